<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

namespace Bontot;

use FFI\CData;

/** Where a unit stands in its group. */
final readonly class Place
{
    public function __construct(
        public string $unitId,
        public string $unitName,
        /** Null: the unit has no group. */
        public ?string $group,
        /** From 1, at worst; null: its grade is not proven, so it is not ranked. */
        public ?int $rank,
        public ?int $rankPossible,
        /** Whether another unit is equal in all keys. */
        public bool $tied,
        public string $points,
        public string $possible,
        /** @var array<string, string|array{?string, ?string}> where something is missing, least and most */
        public array $keys,
        /** That was assessed, at worst. */
        public string $grade,
        public string $gradePossible,
        /** "kept"; "moves": over a quota; "undecided": people decide; "open": its grade is not proven. */
        public string $state,
        /** The worst grade that it may end with. */
        public string $proposed,
        public string $proposedPossible,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said, ?string $group): self
    {
        $isRanked = isset($said['rank']);
        return new self(
            unitId: $said['unit']['id'],
            unitName: $said['unit']['name'] ?? '',
            group: $group,
            rank: $isRanked ? (int) $said['rank'] : null,
            rankPossible: $isRanked ? (int) $said['rank_possible'] : null,
            tied: $said['tied'] ?? false,
            points: $said['points'],
            possible: $said['possible'],
            keys: $said['keys'] ?? [],
            grade: $said['grade'],
            gradePossible: $isRanked ? $said['grade'] : $said['grade_possible'],
            state: $isRanked ? $said['state'] : 'open',
            proposed: $isRanked ? $said['proposed'] : $said['grade'],
            proposedPossible: $isRanked ? $said['proposed_possible'] : $said['grade_possible'],
        );
    }
}

/** What a quota says for one group, or over all. */
final readonly class Quota
{
    public function __construct(
        public string $grade,
        public bool $overAll,
        public ?string $group,
        /** Null: it is a number of units. */
        public ?string $share,
        public bool $raised,
        /** The units that the share is taken of. */
        public ?int $base,
        public int $allowed,
        /** How many have the grade, or may come to it: kept + moved + undecided. */
        public int $held,
        public int $kept,
        public int $moved,
        public int $undecided,
        /** Not counted: their grade is not proven. */
        public int $open,
    ) {
    }

    /** For this package alone. */
    public static function from(array $said): self
    {
        return new self(
            $said['grade'],
            $said['within'] === 'all',
            $said['group'] ?? null,
            $said['share'] ?? null,
            $said['raised'] ?? false,
            isset($said['base']) ? (int) $said['base'] : null,
            (int) $said['allowed'],
            (int) $said['held'],
            (int) $said['kept'],
            (int) $said['moved'],
            (int) $said['undecided'],
            (int) $said['open'],
        );
    }
}

/** A unit that falls by a quota, or that people must decide about. */
final readonly class Movement
{
    public function __construct(
        public string $unitId,
        /** Whether it may keep the grade as well. */
        public bool $undecided,
        public string $grade,
        /** The grade that it falls to, at worst. */
        public string $to,
        public string $toPossible,
        public Quota $quota,
    ) {
    }
}

/** What is proposed for a cohort: a complete copy, immutable. */
final class Ranking extends Told
{
    protected const WRITER = 'bontot_ranking_write'; // JSON in the format bontot-ranking/1

    public readonly string $rubricId;
    public readonly string $rubricVersion;
    public readonly ?Period $period;
    /** @var list<string> */
    public readonly array $tieChain;
    /** @var list<Place> group by group in the order of their names; in each the best first, then those not ranked */
    public readonly array $places;
    /** @var list<Quota> */
    public readonly array $quotas;
    /** @var list<Movement> */
    public readonly array $movements;

    /** For this package alone. */
    public function __construct(Handle $handle, string $language)
    {
        $said = $this->tell($handle, $language);
        $this->rubricId = $said['rubric']['id'];
        $this->rubricVersion = $said['rubric']['version'];
        $this->period = Period::from($said['period'] ?? null);
        $this->tieChain = $said['tie_chain'];
        $this->places = array_merge(...array_map(
            fn ($group) => array_map(
                fn ($each) => Place::from($each, $group['group']),
                [...$group['places'], ...$group['open']],
            ),
            $said['groups'],
        ));
        $this->quotas = array_map(Quota::from(...), $said['quotas']);
        $this->movements = array_map(
            fn ($each) => new Movement(
                $each['unit'],
                $each['state'] === 'undecided',
                $each['from'],
                $each['to'],
                $each['to_possible'],
                $this->quotas[(int) $each['quota']],
            ),
            $said['movements'],
        );
    }

    /** Returns where a unit stands. */
    public function place(string $unitId): Place
    {
        foreach ($this->places as $place) {
            if ($place->unitId === $unitId) {
                return $place;
            }
        }
        throw new NotFoundException("there is no unit '$unitId'");
    }
}

/** Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each. */
final class Cohort extends Closing implements \Countable
{
    public function __construct(Rubric $rubric)
    {
        $this->own($rubric->handle()->use(
            fn (CData $given) => Handle::madeBy('cohort', 'bontot_cohort_new', [$given, null]),
        ));
    }

    /** Returns how many units there are. */
    public function count(): int
    {
        return $this->handle()->use(fn (CData $cohort) => Library::get()->bontot_cohort_count($cohort));
    }

    /**
     * Adds the result of a unit: a Result that is not closed, or one in the format bontot-result/1.
     *
     * Throws an InputException with all that is wrong; then nothing is added.
     */
    public function add(Result|string|\SplFileInfo $result, string $language = 'vi'): void
    {
        $this->handle()->use(function (CData $cohort) use ($result, $language) {
            if ($result instanceof Result) {
                $result->handle()->use(
                    fn (CData $given) => Call::status('bontot_cohort_add', [$cohort, $given], $language),
                );
                return;
            }
            $text = Call::sized(Sources::text($result));
            Sources::errorsOf(
                $result,
                fn () => Call::status('bontot_cohort_add_json', [$cohort, ...$text, null], $language),
            );
        });
    }

    /**
     * Ranks what was added so far; the order in which it was makes no difference.
     *
     * @param iterable<string> $raised the groups in which the committee raised the share of a quota
     *     ("": that of the units without a group)
     */
    public function rank(iterable $raised = [], bool $raisedEverywhere = false, string $language = 'vi'): Ranking
    {
        $handle = $this->handle()->use(fn (CData $cohort) => Options::lend(
            fn (CData $options) => Handle::madeBy('ranking', 'bontot_rank', [$cohort, $options], $language),
            language: $language,
            raised: $raised,
            raisedEverywhere: $raisedEverywhere,
        ));
        return new Ranking($handle, $language);
    }
}
