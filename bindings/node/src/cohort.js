// SPDX-License-Identifier: BSL-1.0
"use strict";

// Results of many units, ranked, with the quotas applied.

const { InputError, NotFoundError } = require("./errors.js");
const { library } = require("./ffi.js");
const { Closing, call, handles, withOptions, written } = require("./handles.js");
const { parse } = require("./json.js");
const { Result } = require("./result.js");
const { CONSTANTS } = require("./signatures.js");
const { errorsOf, textOf } = require("./sources.js");
const { Told, frozen, whole } = require("./told.js");

/** What is proposed for a cohort: a complete copy, immutable. */
class Ranking extends Told {
    static writer = "bontot_ranking_write"; // JSON in the format bontot-ranking/1

    constructor(handle, text, language) {
        super(handle, text, language);
        const said = parse(text);
        this.rubricId = said.rubric.id;
        this.rubricVersion = said.rubric.version;
        this.period = said.period ?? null;
        this.tieChain = said.tie_chain;
        this.places = said.groups.flatMap((group) =>
            [...group.places, ...group.open].map((each) => placeOf(each, group.group)),
        );
        this.quotas = said.quotas.map(quotaOf);
        this.movements = said.movements.map((each) => movementOf(each, this.quotas));
        Object.values(this).forEach(frozen);
        Object.freeze(this);
    }

    /** Returns where a unit stands. Throws a NotFoundError. */
    place(unitId) {
        const found = this.places.find((place) => place.unitId === unitId);
        if (!found) {
            throw new NotFoundError(`there is no unit "${unitId}"`);
        }
        return found;
    }
}

/** Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each. */
class Cohort extends Closing {
    constructor(rubric) {
        super(Closing.handleOf(rubric).use((given) => handles.cohort.madeBy("bontot_cohort_new", [given, null])));
    }

    /** How many units there are. */
    get size() {
        return Closing.handleOf(this).use((cohort) => library().bontot_cohort_count(cohort));
    }

    /**
     * Adds the result of a unit: a Result that is not closed, or one in the format bontot-result/1 as an
     * object, JSON text or a file. Throws an InputError with all that is wrong; then nothing is added.
     */
    add(result, { language = "vi" } = {}) {
        Closing.handleOf(this).use((cohort) => {
            if (result instanceof Result) {
                Closing.handleOf(result).use((given) => call("bontot_cohort_add", [cohort, given], language));
                return;
            }
            const text = textOf(result);
            errorsOf(result, () =>
                call("bontot_cohort_add_json", [cohort, text, text.byteLength, null], language),
            );
        });
    }

    /** Ranks what was added so far; the order in which it was makes no difference. */
    rank({ raised = [], raisedEverywhere = false, language = "vi" } = {}) {
        if (typeof raised === "string") {
            throw new TypeError("raised is a list of groups, not one text");
        }
        const handle = Closing.handleOf(this).use((cohort) =>
            withOptions({ language, raised, raisedEverywhere }, (options) =>
                handles.ranking.madeBy("bontot_rank", [cohort, options], language),
            ),
        );
        const text = handle.use((ranking) =>
            written(Ranking.writer, [ranking, CONSTANTS.BONTOT_JSON, null], language),
        );
        return new Ranking(handle, text, language);
    }
}

/**
 * Ranks results, each as `Cohort.add` takes it, as they come: a generator is not kept in memory.
 * Throws an InputError with all that is wrong, each pointer beginning with the number of the result.
 */
function rank(rubric, results, options = {}) {
    const cohort = new Cohort(rubric);
    try {
        const wrong = [];
        let number = 0;
        for (const result of results) {
            try {
                cohort.add(result, options);
            } catch (error) {
                if (!(error instanceof InputError)) {
                    throw error;
                }
                wrong.push(...error.entries.map((entry) => entry.below(`/${number}`)));
            }
            number += 1;
        }
        if (wrong.length > 0) {
            throw new InputError("some results cannot be ranked", wrong, options.language);
        }
        return cohort.rank(options);
    } finally {
        cohort.close();
    }
}

function placeOf(said, group) {
    const isRanked = "rank" in said;
    return {
        unitId: said.unit.id,
        unitName: said.unit.name ?? "",
        group,
        rank: whole(said.rank) ?? null,
        rankPossible: whole(said.rank_possible) ?? null,
        tied: said.tied ?? false,
        points: said.points,
        possible: said.possible,
        keys: said.keys ?? {},
        grade: said.grade,
        gradePossible: isRanked ? said.grade : said.grade_possible,
        state: isRanked ? said.state : "open",
        proposed: isRanked ? said.proposed : said.grade,
        proposedPossible: isRanked ? said.proposed_possible : said.grade_possible,
    };
}

function quotaOf(said) {
    return {
        grade: said.grade,
        overAll: said.within === "all",
        group: said.group ?? null,
        share: said.share ?? null,
        raised: said.raised ?? false,
        base: whole(said.base) ?? null,
        allowed: whole(said.allowed),
        held: whole(said.held),
        kept: whole(said.kept),
        moved: whole(said.moved),
        undecided: whole(said.undecided),
        open: whole(said.open),
    };
}

function movementOf(said, quotas) {
    return {
        unitId: said.unit,
        undecided: said.state === "undecided",
        grade: said.from,
        to: said.to,
        toPossible: said.to_possible,
        quota: quotas[whole(said.quota)],
    };
}

module.exports = { Cohort, Ranking, rank };
