// SPDX-License-Identifier: BSL-1.0
package org.bontot.ffi;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * The structs that are passed, member by member as in bontot.h; arrays are addresses. Those that
 * begin with their size are written by whoever fills them, once, so that several threads may pass
 * the same one.
 */
public final class Structs {
    private Structs() {
    }

    /** bontot_number: coefficient * 10^-scale. */
    @FieldOrder({"coefficient", "scale"})
    public static class Number extends Structure {
        public long coefficient;
        public int scale;

        /** One that is passed itself, not its address. */
        public static final class ByValue extends Number implements Structure.ByValue {
        }
    }

    /** What begins with its own size. */
    public abstract static class Sized extends Structure {
        public SizeT size = new SizeT();

        Sized() {
            setAutoSynch(false);
        }

        /** Writes all members, the size included, to where the library reads them. */
        public void fill() {
            size = new SizeT(size());
            write();
        }
    }

    /** bontot_column: the values of one fact. */
    @FieldOrder({
        "size", "slot", "type", "scale", "values", "text", "valid_bits", "valid_bytes", "offset",
        "dictionary", "dictionary_size"
    })
    public static final class Column extends Sized {
        public SizeT slot = new SizeT();
        public int type;
        public int scale;
        public Pointer values;
        public Pointer text;
        public Pointer valid_bits;
        public Pointer valid_bytes;
        public SizeT offset = new SizeT();
        public Pointer dictionary;
        public SizeT dictionary_size = new SizeT();
    }

    /** bontot_table: columns. */
    @FieldOrder({"size", "columns", "column_count"})
    public static final class Table extends Sized {
        public Pointer columns;
        public SizeT column_count = new SizeT();
    }

    /** bontot_node_column: where the points of a node go. */
    @FieldOrder({"size", "node", "points", "possible"})
    public static final class NodeColumn extends Sized {
        public SizeT node = new SizeT();
        public Pointer points;
        public Pointer possible;
    }

    /** bontot_table_results: where results go. */
    @FieldOrder({
        "size", "scale", "points", "possible", "completeness", "grade", "grade_possible", "status",
        "nodes", "node_count"
    })
    public static final class TableResults extends Sized {
        public int scale;
        public Pointer points;
        public Pointer possible;
        public Pointer completeness;
        public Pointer grade;
        public Pointer grade_possible;
        public Pointer status;
        public Pointer nodes;
        public SizeT node_count = new SizeT();
    }
}
