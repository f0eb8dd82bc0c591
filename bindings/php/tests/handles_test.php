<?php
// SPDX-License-Identifier: BSL-1.0

declare(strict_types=1);

use Bontot\{Call, Cohort, Constants, Handle, InputException, Library, MisuseException, NoFitException, Rubric};
use FFI\CData;

/*
 * Everything is freed, once, whatever happens; handles do not mix; what the getters say is what the JSON says.
 */

$opened = fn () => Rubric::builtin(RUBRIC_ID);
$text_of = function (string $name, mixed ...$given): string {
    $room = Library::get()->new('char[' . Constants::BONTOT_NUMBER_ROOM . ']');
    Call::plain($name, ...[...$given, $room, FFI::sizeof($room)]);
    return FFI::string($room);
};

return [
    'mixed handles are refused' => function () use ($opened) {
        $rubric = $opened();
        $result = $rubric->evaluate(dossier('example'));
        $rubric->handle()->use(function (CData $given) {
            thrown(FFI\Exception::class, fn () => Library::get()->bontot_result_free($given), '~incompatible~');
            $room = new Handle('dossier');
            thrown(FFI\Exception::class, fn () => Call::status('bontot_result_new', [$room->slot(), null]), '~incompat~');
        });
        thrown(TypeError::class, fn () => new Cohort($result));
    },

    'closing twice frees once' => function () {
        $handle = Handle::madeBy('rubric', 'bontot_rubric_builtin', [RUBRIC_ID, null]);
        is($handle->isOpen());
        $handle->close();
        $handle->close();
        $handle->__destruct();
        is(!$handle->isOpen());
    },

    'used after it was closed' => function () use ($opened) {
        $rubric = $opened();
        $result = $rubric->evaluate(dossier('example'));
        $text = $result->toText();
        $rubric->close();
        $uses = [fn () => $rubric->evaluate(dossier('example')), $rubric->describe(...), $rubric->template(...)];
        foreach ($uses as $use) {
            thrown(MisuseException::class, $use, '~^this rubric is closed$~');
        }
        same(RUBRIC_ID, $rubric->id);
        same($text, $result->toText()); // it keeps its rubric alive
        $result->close();
        thrown(MisuseException::class, $result->toText(...), '~^this result is closed$~');
        thrown(MisuseException::class, $result->toSummary(...));
        same($result->grade->id, $result->toArray()['grade']['id']);
    },

    'closing while it is in use waits' => function () use ($opened) {
        $rubric = $opened();
        $rubric->handle()->use(function (CData $given) use ($rubric) {
            $rubric->close();
            same(RUBRIC_ID, Call::borrowed('bontot_rubric_id', $given));
            thrown(MisuseException::class, $rubric->describe(...));
        });
        is(!$rubric->handle()->isOpen());
    },

    'constructors that fail free what they made' => function () {
        thrown(InputException::class, fn () => Rubric::fromJson('{'));
        $broken = (new ReflectionClass(Handle::class))->newInstanceWithoutConstructor();
        unset($broken);
        gc_collect_cycles();
    },

    'an action that throws gives the handle back' => function () use ($opened) {
        $rubric = $opened();
        thrown(DomainException::class, fn () => $rubric->handle()->use(fn () => throw new DomainException('mine')));
        $rubric->close();
        is(!$rubric->handle()->isOpen());
    },

    'handles are neither copied nor serialized' => function () use ($opened) {
        $handle = $opened()->handle();
        thrown(Error::class, fn () => clone $handle, '~private~');
        thrown(LogicException::class, fn () => serialize($handle), '~cannot be serialized~');
    },

    'memory does not grow with what is made and forgotten' => function () use ($opened) {
        $resident = fn () => (int) explode(' ', file_get_contents('/proc/self/statm'))[1] * 4;
        $make = fn () => $opened()->evaluate(dossier('example'))->toText();
        for ($turn = 0; $turn < 20; ++$turn) {
            $make();
        }
        $before = $resident();
        for ($turn = 0; $turn < 200; ++$turn) {
            $make();
        }
        is($resident() - $before < 8192, 'less than 8 MiB more');
    },

    'the process may end with handles alive' => function () {
        $program = '$rubric = Bontot\Rubric::builtin("' . RUBRIC_ID . '"); $kept = [$rubric, $rubric->dossier(), '
            . '$rubric->evaluate(new SplFileInfo(' . var_export(realpath(DOSSIERS) . '/example.json', true) . '))];'
            . '$kept[] = &$kept; $GLOBALS["kept"] = $kept;';
        $library = Library::find(BINDING . '/src');
        same([0, '', ''], run_php($program, $library));
        same([3, '', ''], run_php("$program exit(3);", $library));
    },

    'ten forked children use one rubric' => function () use ($opened) {
        if (!function_exists('pcntl_fork')) {
            echo "not tried: the extension pcntl is not installed\n";
            return;
        }
        $rubric = $opened();
        $expected = $rubric->evaluate(dossier('example'))->toJson();
        $children = [];
        for ($child = 0; $child < 10; ++$child) {
            $children[] = $id = pcntl_fork();
            if ($id === 0) {
                $same = $rubric->evaluate(dossier('example'))->toJson() === $expected;
                $rubric->close();
                posix_kill(posix_getpid(), $same ? SIGTERM : SIGKILL); // none of this process's own ends
            }
        }
        foreach ($children as $id) {
            pcntl_waitpid($id, $status);
            same(SIGTERM, pcntl_wtermsig($status));
        }
        same($expected, $rubric->evaluate(dossier('example'))->toJson());
    },

    'getters say what the JSON says' => function () use ($opened, $text_of) {
        $result = $opened()->evaluate(dossier('example'));
        $figures = ['points' => Constants::BONTOT_POINTS, 'possible' => Constants::BONTOT_POSSIBLE];
        $figures['max'] = Constants::BONTOT_MAX;
        $result->handle()->use(function (CData $given) use ($result, $text_of, $figures) {
            $number = Library::get()->new('bontot_number');
            foreach ($figures as $name => $figure) {
                $exact = $result->total->$name;
                same($exact, $text_of('bontot_result_total_text', $given, $figure));
                same((float) $exact, Library::get()->bontot_result_total_double($given, $figure));
                Call::plain('bontot_result_total', $given, $figure, FFI::addr($number));
                same($exact, bcdiv((string) $number->coefficient, bcpow('10', (string) $number->scale), $number->scale));
            }
            same($result->completeness, $text_of('bontot_result_completeness_text', $given));
            same(null, Call::borrowedOrNull('bontot_result_as_of', $given));
            foreach ($result->nodes() as $index => $node) {
                same($index, Library::get()->bontot_result_node_find($given, ...Call::sized($node->id)));
                same($node->id, Call::borrowed('bontot_result_node_id', $given, $index));
                $state = constant(Constants::class . '::BONTOT_' . strtoupper($node->state));
                same($state, Library::get()->bontot_result_node_state($given, $index));
                same($node->points, $text_of('bontot_result_node_points_text', $given, $index, Constants::BONTOT_POINTS));
            }
            same(Constants::BONTOT_NONE, Library::get()->bontot_result_node_find($given, '9.9', 3));
            $cramped = Library::get()->new('char[2]');
            $call = fn () => Call::plain('bontot_result_total_text', $given, Constants::BONTOT_POINTS, $cramped, 2);
            thrown(NoFitException::class, $call);
        });
    },
];
