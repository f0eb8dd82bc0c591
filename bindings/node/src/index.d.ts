// SPDX-License-Identifier: BSL-1.0

export type Language = "vi" | "en";

/** An exact decimal number, immutable: coefficient / 10 ** scale, and its text. */
export class Decimal {
    /** Throws a TypeError for a binary fraction, and for what is no number. */
    constructor(value: DecimalLike);
    /** Returns coefficient / 10 ** scale. */
    static of(coefficient: bigint | number, scale: number): Decimal;
    readonly text: string;
    readonly coefficient: bigint;
    readonly scale: number;
    plus(other: DecimalLike): Decimal;
    minus(other: DecimalLike): Decimal;
    times(other: DecimalLike): Decimal;
    /** Returns -1, 0 or 1. */
    compare(other: DecimalLike): -1 | 0 | 1;
    equals(other: DecimalLike): boolean;
    toString(): string;
    toJSON(): string;
}

/** A `number` must be whole and at most 2^53; a fraction is text, such as "0.1". */
export type DecimalLike = Decimal | bigint | string | number;

/** What is written as JSON exactly. */
export type Json = null | boolean | DecimalLike | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An object, JSON text or bytes, or a file by its URL: a text is never a path. */
export type Source = { readonly [key: string]: unknown } | string | Uint8Array | URL;

/** The value of a fact: a number is a Decimal. */
export type FactValue = Decimal | boolean | string;

export interface ErrorEntry {
    /** Stable, such as "dossier_out_of_range". */
    readonly code: string;
    /** The sentence in Vietnamese. */
    readonly message: string;
    /** The sentence in English. */
    readonly messageEn: string;
    /** The place as a JSON Pointer; "" is the whole text. */
    readonly pointer: string;
    /** The place in bytes, from 0. */
    readonly offset: number;
    /** From 1; 0 when there is no text, as with a dossier given as an object. */
    readonly line: number;
    /** In code points, from 1; 0 when there is no text. */
    readonly column: number;
    /** The column within a FEEL expression, from 1; 0 when it is about none. */
    readonly expressionColumn: number;
    /** Returns one line: source:line:column, the pointer, the sentence. */
    describe(language?: Language, source?: string): string;
    toString(): string;
}
export const ErrorEntry: { readonly prototype: ErrorEntry };

/** What the library reports; its message has every entry on a line of its own. */
export class BontotError extends Error {
    constructor(what: string, entries?: readonly ErrorEntry[], language?: Language, source?: string);
    /** What happened, when there are no entries. */
    readonly what: string;
    /** Everything that is wrong, in the order of the text. */
    readonly entries: readonly ErrorEntry[];
    readonly language: Language;
    /** The path of the file with the errors, if it was one. */
    readonly source: string;
}
/** A rubric, dossier or expression has errors. */
export class InputError extends BontotError {}
/** There is nothing of that name. */
export class NotFoundError extends BontotError {}
/** A wrong argument, or an object that is closed. */
export class MisuseError extends BontotError {}
/** Memory is out. */
export class OutOfMemoryError extends BontotError {}
/** A value does not fit where it should go. */
export class NoFitError extends BontotError {}
/** A fault of the library: please report it. */
export class InternalError extends BontotError {}
/** A function of the caller's said to stop, and nothing is scored any more. */
export class CancelledError extends BontotError {}
/** The library cannot be found or loaded, or is of another version. */
export class LibraryError extends BontotError {}

/** What owns something of the library. It has `Symbol.dispose` where Node has it. */
interface Closing {
    /** Frees it; more than once does nothing. The garbage collector does it too. */
    close(): void;
}

interface Told extends Closing {
    /** Returns all of it as JSON in one line; its member `format` says in which format. */
    toJson(): string;
    /** Returns what `toJson` holds, as a new object; a number is a Decimal. */
    toObject(): Record<string, any>;
    /** Returns it as text for people, at most 100 columns wide; in colour for a terminal. */
    toText(options?: { language?: Language; colour?: boolean }): string;
}

export interface Period {
    /** The first day, such as "2026-01-01". */
    readonly from: string;
    readonly to: string;
}

export interface Points {
    /** What is sure, whatever is missing. */
    readonly points: Decimal;
    /** What can be reached with what is missing. */
    readonly possible: Decimal;
}

export interface Interval extends Points {
    /** The printed maximum. */
    readonly max: Decimal;
}

export interface Grade {
    readonly id: string;
    readonly label: string;
}

/** What became of a criterion or indicator. */
export type State =
    | "voided"
    | "not_applicable"
    | "uncovered"
    | "unknown"
    | "unproven"
    | "met"
    | "unmet"
    | "partly";

export interface Mark {
    readonly role: string;
    readonly points: Decimal;
    readonly comment: string;
    readonly reason: string;
    readonly by: string;
    readonly date: string | null;
}

/** A criterion, or an indicator below one. */
export interface Node extends Interval {
    readonly id: string;
    readonly label: string;
    /** The id of the node above; null for a criterion. */
    readonly parent: string | null;
    /** Of a criterion; null for an indicator. */
    readonly kind: "base" | "bonus" | "penalty" | null;
    readonly state: State;
    /** Whether the rubric says when this criterion is good. */
    readonly hasGood: boolean;
    /** Whether it is; null: it depends on what is missing, or the rubric does not say. */
    readonly good: boolean | null;
    /** Why it has its points; "" for a sum. */
    readonly reason: string;
    /** What changed the points after that. */
    readonly notes: readonly string[];
    readonly children: readonly Node[];
    /** The facts that its rule read, where they are known. */
    readonly facts: Readonly<Record<string, FactValue>>;
    /** The ids of the documents that prove it. */
    readonly evidence: readonly string[];
    /** What it waits for, named as in Missing.item. */
    readonly missing: readonly string[];
    /** Where it stands in the published text, or "". */
    readonly clause: string;
    /** What each role gave, in order of precedence. */
    readonly marks: readonly Mark[];
}

export interface Gate {
    readonly id: string;
    /** Null: it depends on what is missing. */
    readonly fired: boolean | null;
    /** The exception by which it has no effect. */
    readonly lifted: { readonly reason: string; readonly authority: string; readonly date: string | null } | null;
}

export type Severity = "info" | "warning" | "error";
export type Outcome = "pass" | "fail" | "unknown";

export interface Check {
    readonly id: string;
    readonly outcome: Outcome;
    readonly severity: Severity;
    readonly text: string;
}

export interface Missing {
    /** Such as "petitions.upheld", "members.grade", "evidence:3.1" or "mark:2.2". */
    readonly item: string;
    readonly label: string;
    /** The points that wait for it, over all its lines. */
    readonly worth: Decimal;
    readonly lines: readonly string[];
    /** What else those lines wait for. */
    readonly also: readonly string[];
    /** What else waits for it, such as "grade:excellent". */
    readonly decides: readonly string[];
}

/** What evaluating one dossier says: complete copies, immutable, that need no library. */
export interface Result extends Told {
    readonly language: Language;
    readonly rubricId: string;
    readonly rubricVersion: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly period: Period | null;
    readonly total: Interval;
    /** The grade that is sure. */
    readonly grade: Grade;
    /** Whether a gate that fired was lifted by a recorded exception. */
    readonly byException: boolean;
    /** The last role whose marks counted; null: the rubric has no roles. */
    readonly asOf: string | null;
    /** The id of the best grade that is still possible. */
    readonly gradePossible: string;
    /** The ids of all grades that are reachable, best first. */
    readonly reachable: readonly string[];
    /** From 0 to 1. */
    readonly completeness: Decimal;
    readonly criteria: readonly Node[];
    readonly gates: readonly Gate[];
    readonly checks: readonly Check[];
    readonly findings: readonly { readonly code: string; readonly at: string; readonly expression: string | null }[];
    /** What is worth most first. */
    readonly missing: readonly Missing[];
    /** The roles side by side, when several gave marks. */
    readonly columns: readonly {
        readonly role: string;
        readonly total: Points;
        readonly grade: string;
        readonly gradePossible: string;
        readonly nodes: Readonly<Record<string, Points>>;
    }[];
    /** All criteria and indicators, each before those below it. */
    readonly nodes: readonly Node[];
    /** Returns the criterion or indicator of an id. Throws a NotFoundError. */
    node(id: string): Node;
    /** Returns the figures alone as JSON in one short line (format bontot-summary/1). */
    toSummary(): string;
}
export const Result: { readonly prototype: Result };

export interface PathStep {
    /** A line's id; of a condition `good:`, `gate:` or `grade:` and an id, or the node that is to apply. */
    readonly at: string;
    readonly label: string;
    /** Of a line: what it has. Null of a condition. */
    readonly points: Decimal | null;
    readonly after: Decimal | null;
    readonly effort: number;
    /** No facts were found for it: people must see how. */
    readonly isOpen: boolean;
    readonly changes: readonly {
        /** A fact's id, `members.` and a field, `evidence:` or `mark:` and a line's id. */
        readonly item: string;
        readonly label: string;
        readonly before: FactValue | null;
        readonly after: FactValue | null;
        /** How many members change, or documents are to be added; 0 of what is counted by none. */
        readonly count: number;
        readonly role: string | null;
        readonly kinds: readonly string[];
        readonly status: "submitted" | "verified" | null;
    }[];
    readonly text: string;
}

/** A way to a grade: a complete copy, immutable. */
export interface GradePath extends Told {
    readonly language: Language;
    /** Where to. */
    readonly grade: Grade;
    readonly outcome: "reached" | "found" | "conflict" | "forbidden";
    /** The sum over the steps. */
    readonly effort: number;
    readonly before: { readonly points: Decimal; readonly grade: Grade };
    /** With all steps done; of `found` and `conflict` only. */
    readonly after: { readonly points: Decimal; readonly grade: Grade } | null;
    readonly steps: readonly PathStep[];
    /** The lines that have less with all steps done. */
    readonly falls: readonly {
        readonly at: string;
        readonly label: string;
        readonly points: Decimal;
        readonly after: Decimal;
    }[];
    /** What stands in the way. */
    readonly obstacles: readonly {
        readonly code: string;
        readonly at: string | null;
        readonly asked: Decimal | null;
        readonly best: Decimal | null;
        readonly text: string;
    }[];
}
export const GradePath: { readonly prototype: GradePath };

export interface LintFinding {
    /** Its kind, such as "step_gap". */
    readonly code: string;
    readonly severity: Severity;
    /** Where it is in the rubric: a JSON Pointer. */
    readonly pointer: string;
    readonly text: string;
    /** What shows it; `dossier` has parts of a dossier. */
    readonly witness: {
        readonly text: string;
        readonly value: Decimal | null;
        readonly ranges: Readonly<Record<string, { readonly min?: Decimal; readonly max?: Decimal }>>;
        readonly dossier: Readonly<Record<string, any>>;
    };
    /** The id of the criterion or indicator that it is about. */
    readonly node: string | null;
    /** From 1, when the text was given. */
    readonly line: number | null;
    readonly column: number | null;
}

export interface Labelled {
    readonly id: string;
    /** In Vietnamese. */
    readonly label: string;
    readonly labelEn: string;
}

export interface Fact extends Labelled {
    /** Its place in the rubric, from 0. */
    readonly slot: number;
    readonly type: "number" | "boolean" | "text" | "date" | "choice";
}

/** Numbers that something is never below or above; null: there is no such bound. */
export interface Bounds {
    min: Decimal | null;
    max: Decimal | null;
}

/** All that is known of a fact of members. */
export interface FieldDetails extends Labelled, Bounds {
    readonly type: Fact["type"];
    /** What it is counted in, in Vietnamese, or "". */
    readonly unit: string;
    readonly unitEn: string;
    readonly isInteger: boolean;
    /** Whether it is worked out from results of others, where there are such. */
    readonly isFromResults: boolean;
    /** Whether the rubric reads it in any way at all. */
    readonly isRead: boolean;
    readonly choices: readonly string[];
}

/** All that is known of a fact of the unit. */
export interface FactDetails extends FieldDetails {
    readonly slot: number;
    /** Whether the committee gives it, in a reference. */
    readonly isByCommittee: boolean;
}

export interface NodeDetails extends Labelled, Bounds {
    readonly parent: string | null;
    /** Where in its document it stands, or "". */
    readonly clause: string;
    readonly kind: "base" | "bonus" | "penalty";
    /** How its points come about; "group": from the nodes below it. */
    readonly score:
        | "group"
        | "condition"
        | "choice"
        | "steps"
        | "proportional"
        | "deductions"
        | "additions"
        | "mark"
        | "formula";
    /** What it costs to raise it, from 1 to 100; 0: it can not be changed any more. */
    readonly effort: number;
    /** The facts that its own rules read. */
    readonly facts: readonly string[];
    /** Whether any role may mark it, and which. */
    readonly takesMarks: boolean;
    readonly markedBy: readonly string[];
    /** What marks are multiples of. */
    readonly markStep: Decimal | null;
    /** Whether a mark below the maximum needs a comment. */
    readonly asksComment: boolean;
    readonly asksEvidence: boolean;
    /** The kinds of document that it accepts; empty: any or none. */
    readonly evidenceKinds: readonly string[];
}

/** All that a rubric says of itself; "" is what it does not say. */
export interface RubricDetails {
    readonly source: {
        readonly document: string;
        readonly issued: string;
        readonly issuer: string;
        readonly uri: string;
        readonly note: string;
        readonly noteEn: string;
    };
    readonly validFrom: string;
    /** How many months a period is long; 0: any length. */
    readonly periodMonths: number;
    /** The kinds of unit that it is for; empty: any. */
    readonly unitKinds: readonly string[];
    readonly total: Bounds;
    readonly facts: readonly FactDetails[];
    /** The facts of members. */
    readonly fields: readonly FieldDetails[];
    /** One that overrides may mark any line, in place of what its rules give. */
    readonly roles: readonly (Labelled & { readonly overrides: boolean })[];
    readonly grades: readonly (Labelled & { readonly clause: string; readonly hasQuota: boolean })[];
    readonly nodes: readonly NodeDetails[];
    readonly gates: readonly (Labelled & {
        readonly clause: string;
        readonly effect: "voids_node" | "not_good" | "grade_at_most" | "grade_down" | "grade_is";
        /** The id of a node or grade, or how many grades down. */
        readonly target: string | number;
    })[];
    readonly checks: readonly {
        readonly id: string;
        readonly message: string;
        readonly messageEn: string;
        readonly clause: string;
        readonly severity: Severity;
    }[];
    /** The rules of consistency, without which a dossier is wrong. */
    readonly rules: readonly { readonly id: string; readonly message: string; readonly messageEn: string }[];
}

interface InLanguage {
    /** Of labels, sentences and errors; by default "vi". */
    language?: Language;
}

interface Limited extends InLanguage {
    sizeLimit?: number;
    depthLimit?: number;
}

/** How a dossier is read. */
export interface Reading extends InLanguage {
    /** Accepts one filled for another rubric or version. */
    allowOtherRubric?: boolean;
    /** What the committee gives. */
    reference?: Reference;
    /** With "committee" a dossier that says itself what only the committee can say is refused. */
    trust?: "all" | "committee";
    /** How many bytes a text may have; by default 64 MiB. */
    sizeLimit?: number;
    /** How deep lists and objects may lie within each other; by default 64 levels. */
    depthLimit?: number;
}

/** How a dossier is scored. */
export interface Scoring extends Reading {
    /** The last role whose marks count; null: every role's. */
    asOf?: string | null;
}

/** What a committee gives for its units: good for dossiers of the rubric that read it. */
export interface Reference extends Closing {
    setPeriod(from: string, to: string, options?: InLanguage): this;
    /** Sets a fact for all units, for those of a group, or for one unit. */
    set(
        fact: string,
        value: DecimalLike | boolean,
        whom?: { group?: string; unit?: string },
        options?: InLanguage,
    ): this;
    /** Lifts a gate for a unit. */
    addException(
        given: { unit: string; gate: string; reason: string; authority: string; date?: string },
        options?: InLanguage,
    ): this;
    addFinding(
        given: { unit: string; document: string; status: "verified" | "rejected" | "false" },
        options?: InLanguage,
    ): this;
}
export const Reference: { readonly prototype: Reference };

/** One published scoring sheet, compiled. */
export class Rubric implements Closing {
    private constructor();
    /** Returns the ids of the rubrics that the library carries. */
    static builtins(): string[];
    /** Returns a rubric that the library carries. Throws a NotFoundError. */
    static builtin(id: string, options?: InLanguage): Rubric;
    /** Reads a rubric from JSON text or bytes (format bontot-rubric/1). Throws an InputError with all that is wrong. */
    static fromJson(text: string | Uint8Array, options?: Limited): Rubric;
    static fromFile(url: URL, options?: Limited): Rubric;
    readonly id: string;
    readonly version: string;
    /** In Vietnamese. */
    readonly label: string;
    readonly labelEn: string;
    /** By slot. */
    readonly facts: readonly Fact[];
    /** In order of precedence: the mark of the last one counts. */
    readonly roles: readonly Labelled[];
    /** Best first. */
    readonly grades: readonly Labelled[];
    /** Criteria and indicators, each before those below it. */
    readonly nodes: readonly { readonly id: string; readonly parent: string | null }[];
    /** Returns all that the rubric says of itself, as a new object. */
    details(): RubricDetails;
    /** Makes a reference that says nothing, to be filled; once it was used it is immutable. */
    newReference(): Reference;
    labelIn(language: Language): string;
    factNamed(id: string): Fact | undefined;
    /** Reads what a committee gives for its units (format bontot-reference/1). */
    reference(source: Source, options?: InLanguage): Reference;
    /** Evaluates the rubric's examples. */
    test(options?: InLanguage): { failed: number; text: string };
    /** Looks for faults. `text`, what the rubric was read from, gives the findings lines and columns. */
    lint(text?: string | Uint8Array | URL | null, options?: InLanguage): readonly LintFinding[];
    /** Makes an empty dossier, of which every fact is unknown. */
    dossier(options?: Reading): Dossier;
    /** Reads a dossier (format bontot-dossier/1), to be evaluated, changed, or asked for a path. */
    read(source: Source, options?: Reading): Dossier;
    /** Scores a dossier. Throws an InputError with everything that is wrong with it. */
    evaluate(source: Source | Dossier, options?: Scoring): Result;
    /** Likewise, in another thread: nothing else of this program waits for it. */
    evaluateAsync(source: Source, options?: Scoring): Promise<Result>;
    /** Finds what a unit has to change to reach a grade (`to`; null: the next better one than it has). */
    path(source: Source | Dossier, options?: Scoring & { to?: string | null }): GradePath;
    /** Returns an empty dossier as JSON. */
    template(options?: InLanguage): string;
    /** Returns the rubric as text for people. */
    describe(options?: InLanguage): string;
    close(): void;
}

export type DossierPart = "facts" | "marks" | "members" | "evidence" | "history" | "results" | "exceptions";

/** A document, as in the format bontot-dossier/1. */
export interface Evidence {
    id: string;
    /** The criteria and indicators that it supports. */
    supports?: readonly string[];
    kind?: string;
    number?: string;
    issuer?: string;
    issued?: string;
    submitted?: string;
    title?: string;
    uri?: string;
    sha256?: string;
    status?: "submitted" | "verified" | "rejected" | "false";
}

/** Facts of one unit in one period. Made by `Rubric.dossier` and `Rubric.read`. */
export interface Dossier extends Closing {
    setUnit(id: string, name?: string, options?: InLanguage): this;
    /** Sets the first and the last day, such as "2026-01-01". */
    setPeriod(from: string, to: string, options?: InLanguage): this;
    /** Sets a fact by its id; null is unknown. Throws an InputError; then the fact is as it was. */
    set(fact: string, value: DecimalLike | boolean | null, options?: InLanguage): this;
    /** Sets a fact from a text as it is typed. */
    setTyped(fact: string, text: string, options?: InLanguage): this;
    clear(fact: string, options?: InLanguage): this;
    /** Forgets all that it says. */
    reset(options?: InLanguage): this;
    /** Sets what else is said of the unit; "" is not said. */
    setUnitField(field: "kind" | "group" | "parent", text: string, options?: InLanguage): this;
    /** Says that a list is there, be it empty. */
    give(part: "members" | "evidence" | "history" | "results", options?: InLanguage): this;
    /** Removes all of a part, which then is unknown. */
    remove(part: DossierPart, options?: InLanguage): this;
    /** Gives a line the points of a role, by their ids. */
    setMark(
        line: string,
        role: string,
        points: DecimalLike,
        options?: InLanguage & { comment?: string; reason?: string; by?: string; date?: string },
    ): this;
    clearMark(line: string, role: string, options?: InLanguage): this;
    /** Adds a member, of whom these facts are known, and returns the number for `setMember`. */
    addMember(
        id: string,
        facts?: Readonly<Record<string, DecimalLike | boolean | null>>,
        options?: InLanguage,
    ): number;
    setMember(member: number, field: string, value: DecimalLike | boolean | null, options?: InLanguage): this;
    addEvidence(given: Evidence, options?: InLanguage): this;
    /** Adds the grade of an earlier period. */
    addHistory(
        given: { from: string; to: string; rubric?: string; grade?: string; points?: DecimalLike | null },
        options?: InLanguage,
    ): this;
    /** Adds the result of a member, a sub-unit or a month. */
    addResult(
        result:
            | Result
            | {
                  unit: string;
                  rubric: string;
                  from?: string;
                  to?: string;
                  grade?: string;
                  points?: DecimalLike | null;
              },
        options?: InLanguage,
    ): this;
    /** Lifts a gate of the unit. */
    addException(
        given: { gate: string; reason: string; authority: string; date?: string },
        options?: InLanguage,
    ): this;
    /** Gives it what a committee says of its unit, once the unit is set. */
    apply(reference: Reference, options?: InLanguage): this;
    /** Forgets what it held, and reads another dossier of the same rubric in its place. */
    read(source: Source, options?: Reading): this;
}
export const Dossier: { readonly prototype: Dossier };

/** A result as `Rubric.evaluate` returns it, or one in the format bontot-result/1. */
export type ResultSource = Result | Source;

/** A figure on both sides; 0 where there is none. */
export interface Move {
    readonly before: Decimal;
    readonly after: Decimal;
    /** after - before, exactly. */
    readonly difference: Decimal;
}

/** What one result says of a criterion or indicator. */
export interface NodeSide {
    readonly label: string;
    readonly clause: string;
    readonly state: State;
    readonly hasGood: boolean;
    readonly good: boolean | null;
    readonly reason: string;
    readonly notes: readonly string[];
}

/** A criterion or indicator of either side. */
export interface NodeChange {
    readonly id: string;
    readonly label: string;
    readonly clause: string;
    readonly parent: string | null;
    readonly where: "both" | "before" | "after";
    /** The parent on the other side of one that stands elsewhere there; "" when it is a criterion. */
    readonly elsewhere: string | null;
    readonly points: Move;
    readonly possible: Move;
    readonly max: Move;
    /** What the children's differences do not say: rounding, clamp, rescaling, a void, the highest. */
    readonly remainder: Decimal;
    readonly possibleRemainder: Decimal;
    /** Whether anything about it differs; the rest is told only then. */
    readonly changed: boolean;
    readonly before: NodeSide | null;
    readonly after: NodeSide | null;
    /** The facts it used whose value is not the same; null: not known, or read by no line. */
    readonly facts: Readonly<Record<string, { readonly before: FactValue | null; readonly after: FactValue | null }>>;
    readonly evidenceAdded: readonly string[];
    readonly evidenceRemoved: readonly string[];
    readonly marks: Readonly<Record<string, { readonly before: Decimal | null; readonly after: Decimal | null }>>;
    readonly children: readonly NodeChange[];
}

/** Whose result one side is, and what it comes to. */
export interface Compared {
    readonly rubricId: string;
    readonly rubricVersion: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly period: Period | null;
    readonly asOf: string | null;
    readonly grade: Grade;
    readonly gradePossible: string;
    readonly byException: boolean;
    readonly completeness: Decimal;
}

type Fired = "yes" | "no" | "open";

/** What moved between two results: a complete copy, immutable, whose differences add up exactly. */
export interface Comparison extends Told {
    readonly language: Language;
    readonly before: Compared;
    readonly after: Compared;
    /** Whether another grade is sure or possible, or holds by exception. */
    readonly gradeChanged: boolean;
    readonly points: Move;
    readonly possible: Move;
    readonly max: Move;
    /** Of the total: rounding and clamp. */
    readonly remainder: Decimal;
    readonly possibleRemainder: Decimal;
    readonly criteria: readonly NodeChange[];
    readonly gates: readonly {
        readonly id: string;
        readonly before: Fired | null;
        readonly after: Fired | null;
        readonly wasLifted: boolean;
        readonly isLifted: boolean;
    }[];
    readonly checks: readonly {
        readonly id: string;
        readonly before: Outcome | null;
        readonly after: Outcome | null;
        readonly severity: Severity;
        readonly text: string;
    }[];
    readonly nodes: readonly NodeChange[];
    /** Returns the node of an id; of one that moved to another parent, where it is now. Throws a NotFoundError. */
    node(id: string): NodeChange;
}
export const Comparison: { readonly prototype: Comparison };

/** Compares two results node by node, by the ids of the nodes. */
export function compare(before: ResultSource, after: ResultSource, options?: InLanguage): Comparison;

/** Where a unit stands in its group. */
export interface Place extends Points {
    readonly unitId: string;
    readonly unitName: string;
    /** Null: the unit has no group. */
    readonly group: string | null;
    /** From 1, at worst; null: its grade is not proven, so it is not ranked. */
    readonly rank: number | null;
    readonly rankPossible: number | null;
    /** Whether another unit is equal in all keys. */
    readonly tied: boolean;
    /** What it is ranked by; where something is missing, [least, most], null for no bound. */
    readonly keys: Readonly<Record<string, Decimal | readonly [Decimal | null, Decimal | null]>>;
    readonly grade: string;
    readonly gradePossible: string;
    readonly state: "kept" | "moves" | "undecided" | "open";
    /** The worst grade that it may end with. */
    readonly proposed: string;
    readonly proposedPossible: string;
}

/** What a quota says for one group, or over all. */
export interface Quota {
    readonly grade: string;
    readonly overAll: boolean;
    readonly group: string | null;
    /** Null: it is a number of units. */
    readonly share: Decimal | null;
    readonly raised: boolean;
    readonly base: number | null;
    readonly allowed: number;
    readonly held: number;
    readonly kept: number;
    readonly moved: number;
    readonly undecided: number;
    readonly open: number;
}

/** What is proposed for a cohort: a complete copy, immutable. */
export interface Ranking extends Told {
    readonly rubricId: string;
    readonly rubricVersion: string;
    readonly period: Period | null;
    readonly tieChain: readonly string[];
    /** Group by group in the order of their names; in each the best first, then those not ranked. */
    readonly places: readonly Place[];
    readonly quotas: readonly Quota[];
    /** Who falls by a quota, or must be decided about by people. */
    readonly movements: readonly {
        readonly unitId: string;
        readonly undecided: boolean;
        readonly grade: string;
        readonly to: string;
        readonly toPossible: string;
        readonly quota: Quota;
    }[];
    /** Returns where a unit stands. Throws a NotFoundError. */
    place(unitId: string): Place;
}
export const Ranking: { readonly prototype: Ranking };

export interface Raising extends InLanguage {
    /** The groups in which the committee raised the share of a quota; "": that of units without one. */
    raised?: Iterable<string>;
    raisedEverywhere?: boolean;
}

/** Results of one rubric and period, to be ranked; it keeps a few hundred bytes of each. */
export class Cohort implements Closing {
    constructor(rubric: Rubric);
    /** How many units there are. */
    readonly size: number;
    /** Adds the result of a unit. Throws an InputError with all that is wrong; then nothing is added. */
    add(result: ResultSource, options?: InLanguage): void;
    /** Ranks what was added so far; the order in which it was makes no difference. */
    rank(options?: Raising): Ranking;
    close(): void;
}

/** Ranks results as they come: a generator is not kept in memory. */
export function rank(rubric: Rubric, results: Iterable<ResultSource>, options?: Raising): Ranking;

/** Counts what becomes of dossiers under an old and a new rubric. */
export class RubricDiff implements Closing {
    constructor(before: Rubric, after: Rubric, options?: Omit<Reading, "reference">);
    /** Evaluates a dossier under both, and returns what became of its grade. Throws an InputError. */
    add(dossier: Source, options?: InLanguage): "same" | "up" | "down" | "other";
    /** Likewise with a unit's dossiers in memory, one of each rubric. */
    addDossiers(before: Dossier, after: Dossier, options?: InLanguage): "same" | "up" | "down" | "other";
    /** Which rubric refused the last dossier; null: none did. */
    readonly refusedBy: "before" | "after" | null;
    readonly counts: { same: number; up: number; down: number; other: number; refused: number };
    /** Returns the last dossier's outcome. Throws a NotFoundError when it was refused. */
    lastToJson(options?: InLanguage): string;
    lastToText(options?: InLanguage & { colour?: boolean }): string;
    /** Returns the counts of all in the format bontot-rubric-diff/1. */
    toJson(options?: InLanguage): string;
    toObject(options?: InLanguage): Record<string, any>;
    toText(options?: InLanguage & { colour?: boolean }): string;
    close(): void;
}

/** The cells of one fact: numbers, days since 1970-01-01 (Int32Array), bytes for booleans; or values, null is unknown. */
export type ColumnCells =
    | Int8Array
    | Uint8Array
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array
    | BigInt64Array
    | BigUint64Array
    | Float32Array
    | Float64Array
    | readonly (DecimalLike | boolean | null | undefined)[];

export interface ColumnSettings extends InLanguage {
    /** For a column a cell for each row: 0 is unknown. */
    masks?: Readonly<Record<string, Iterable<number | boolean> & ArrayLike<number | boolean>>>;
    /** How many decimals whole numbers have: 6 with a scale of 1 is 0.6. */
    scales?: Readonly<Record<string, number>>;
    /** How many decimals binary fractions have; one that does not convert back is an error of its row. */
    decimals?: Readonly<Record<string, number>>;
    /** The first and the last day, of all rows. */
    period?: readonly [string, string] | null;
    /** The ids whose points are returned; by default the criteria. */
    nodes?: readonly string[] | null;
    /** How many decimals points are returned with; by default 12. */
    scale?: number;
}

/** What scoring a table gave: arrays with a cell for each row. */
export interface ColumnResults {
    /** The totals that are sure, to be divided by 10 ** scale. */
    readonly points: BigInt64Array;
    readonly possible: BigInt64Array;
    /** From 0 to 1, to be divided by 10 ** 12. */
    readonly completeness: BigInt64Array;
    /** Indices into `grades`; -1 in a row without results. */
    readonly grade: Int32Array;
    readonly gradePossible: Int32Array;
    /** 0: scored; 1: the values contradict the rubric or each other; 2: a figure does not fit `scale`. */
    readonly status: Uint8Array;
    readonly nodes: Readonly<Record<string, { readonly points: BigInt64Array; readonly possible: BigInt64Array }>>;
    /** The ids of the grades, best first. */
    readonly grades: readonly string[];
    readonly scale: number;
    /** Of the first rows, at most 1,000. */
    readonly errors: readonly {
        readonly row: number;
        /** The id of the fact; "" when it is about several, or about the result. */
        readonly fact: string;
        readonly code: string;
        readonly message: string;
        readonly messageEn: string;
    }[];
    /** Of all. */
    readonly errorCount: number;
    readonly wrongRows: number;
    readonly length: number;
    /** Returns a figure of `points` or `possible` as an exact decimal. */
    decimal(figure: bigint): Decimal;
}
export const ColumnResults: { readonly prototype: ColumnResults };

/** Scores a table: each row as a dossier that has its facts and nothing else. */
export function evaluateColumns(
    rubric: Rubric,
    columns: Readonly<Record<string, ColumnCells>>,
    settings?: ColumnSettings,
): ColumnResults;

/** What came of a line: its number, from 1, and either the result or the error. */
export type LineOutcome =
    | { readonly line: number; readonly result: Result; readonly error: null }
    | { readonly line: number; readonly result: null; readonly error: InputError };

export interface LineSettings extends Scoring {
    /** Finds the rubric that a line names, by its id. */
    find?: (id: string) => Rubric | null | undefined;
}

/** Scores the lines of a text that comes piece by piece, and hands each to a function. */
export class LineReader implements Closing {
    /** `toText` of a result that is handed over throws, as if it was closed. */
    constructor(rubric: Rubric | null, done: (outcome: LineOutcome) => void, settings?: LineSettings);
    /** Scores the lines that end in a piece. Throws what the function throws; then nothing is scored any more. */
    feed(piece: string | Uint8Array): void;
    /** Scores the last line, if it has no line end, and ends the text. */
    end(): void;
    /** How many lines were scored or had errors. */
    readonly count: number;
    readonly wrongCount: number;
    close(): void;
}

/** Scores dossiers, a line for each: text, bytes, a file's URL, or pieces of text or bytes. */
export function evaluateLines(
    rubric: Rubric | null,
    lines: string | Uint8Array | URL | Iterable<string | Uint8Array>,
    settings?: LineSettings,
): Generator<LineOutcome, void, undefined>;

/** Names and their values, for expressions. */
export class Names implements Closing {
    constructor();
    /** Sets a name to a number, a boolean, a text, or null, which is unknown. */
    set(name: string, value: DecimalLike | boolean | null, options?: InLanguage): this;
    setDate(name: string, day: string, options?: InLanguage): this;
    /** Sets a name to the value of an expression over the names so far. */
    setExpression(name: string, expression: string, options?: InLanguage): this;
    /** Evaluates an expression, and returns its value as text. */
    evaluate(expression: string, options?: InLanguage): string;
    close(): void;
}

/** Evaluates a FEEL expression, and returns its value as text; `facts` gives the names. */
export function feel(expression: string, facts?: Source | null, options?: InLanguage): string;

/** Returns the id of the rubric that a dossier names, without reading the rest of it. */
export function rubricIdOf(source: Source, options?: InLanguage): string;

/** Returns what is read as a file. */
export function file(path: string): URL;

/** Loads the library from a file, before anything else of this package is used. Throws a LibraryError. */
export function load(path: string): void;

/** Returns the value of JSON text; a number is a Decimal. */
export function parseJson(text: string): any;

/** Returns a value as JSON text, exactly. Throws a TypeError, which says where, for binary fractions. */
export function stringifyJson(value: Json): string;

/** The version of this package and of the library that it needs. */
export const version: string;
