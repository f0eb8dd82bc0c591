// SPDX-License-Identifier: BSL-1.0
package org.bontot;

import com.sun.jna.Memory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.bontot.ffi.Constants;
import org.bontot.ffi.SizeT;
import org.bontot.ffi.Structs;

/**
 * The cells of one column in memory that the library reads.
 *
 * @param text what the offsets of texts are into, or null
 * @param known a byte a cell: 0 is unknown; or null: all are known
 */
record Cells(int type, int scale, int rows, Memory values, Memory text, Memory known) {
    static Cells of(long[] given, int scale) {
        Memory values = room(given.length, Long.BYTES);
        values.write(0, given, 0, given.length);
        return new Cells(Constants.BONTOT_COLUMN_INT64, scale, given.length, values, null, null);
    }

    static Cells of(int[] given, int scale) {
        Memory values = room(given.length, Integer.BYTES);
        values.write(0, given, 0, given.length);
        return new Cells(Constants.BONTOT_COLUMN_INT32, scale, given.length, values, null, null);
    }

    static Cells of(double[] given, int decimals) {
        Memory values = room(given.length, Double.BYTES);
        values.write(0, given, 0, given.length);
        return new Cells(Constants.BONTOT_COLUMN_FLOAT64, decimals, given.length, values, null, null);
    }

    static Cells ofNumbers(List<BigDecimal> given) {
        int scale = given.stream().mapToInt(each -> each == null ? 0 : each.scale()).max().orElse(0);
        int most = Math.max(scale, 0);
        List<BigInteger> amounts = new ArrayList<>();
        for (BigDecimal each : given) {
            amounts.add(each == null ? BigInteger.ZERO : each.setScale(most).unscaledValue());
        }
        return amounts.stream().allMatch(each -> each.bitLength() < Long.SIZE)
                ? of(amounts.stream().mapToLong(BigInteger::longValueExact).toArray(), most).knownOf(given)
                : wide(amounts, most).knownOf(given);
    }

    /** Numbers of 128 bits: two's complement, the low half first. */
    private static Cells wide(List<BigInteger> amounts, int scale) {
        Memory values = room(amounts.size(), 2 * Long.BYTES);
        for (int row = 0; row < amounts.size(); row++) {
            BigInteger amount = amounts.get(row);
            if (amount.bitLength() > 127) {
                throw new IllegalArgumentException(
                        "the number in row " + row + " does not fit 128 bits with " + scale + " decimals");
            }
            values.setLong(16L * row, amount.longValue());
            values.setLong(16L * row + 8, amount.shiftRight(Long.SIZE).longValue());
        }
        return new Cells(
                Constants.BONTOT_COLUMN_DECIMAL128, scale, amounts.size(), values, null, null);
    }

    static Cells ofTruths(List<Boolean> given) {
        return new Cells(
                Constants.BONTOT_COLUMN_BOOLEAN_BYTES, 0, given.size(),
                bytes(given, Boolean.TRUE::equals), null, null).knownOf(given);
    }

    static Cells ofDates(List<LocalDate> given) {
        int[] days = given.stream()
                .mapToInt(each -> each == null ? 0 : dayOf(each)).toArray();
        Cells cells = of(days, 0).knownOf(given);
        return new Cells(
                Constants.BONTOT_COLUMN_DATE32, 0, cells.rows, cells.values, null, cells.known);
    }

    /** Beyond 32 bits there is no date that the library takes: the greatest is one of them. */
    private static int dayOf(LocalDate date) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, date.toEpochDay()));
    }

    static Cells ofTexts(List<String> given) {
        long[] offsets = new long[given.size() + 1];
        List<byte[]> pieces = new ArrayList<>();
        for (int row = 0; row < given.size(); row++) {
            byte[] piece = given.get(row) == null ? new byte[0] : Utf8.of(given.get(row));
            pieces.add(piece);
            offsets[row + 1] = offsets[row] + piece.length;
        }
        Memory text = room(offsets[given.size()], 1);
        for (int row = 0; row < given.size(); row++) {
            text.write(offsets[row], pieces.get(row), 0, pieces.get(row).length);
        }
        return new Cells(
                Constants.BONTOT_COLUMN_TEXT64, 0, given.size(), of(offsets, 0).values, text, null)
                .knownOf(given);
    }

    /** Returns the same cells, of which those are unknown too that are not among the known. */
    Cells known(List<Boolean> isKnown) {
        Memory both = bytes(isKnown, Boolean.TRUE::equals);
        for (int row = 0; known != null && row < rows; row++) {
            both.setByte(row, (byte) (both.getByte(row) & known.getByte(row)));
        }
        return new Cells(type, scale, rows, values, text, both);
    }

    private Cells knownOf(List<?> given) {
        return given.stream().anyMatch(Objects::isNull)
                ? new Cells(type, scale, rows, values, text, bytes(given, Objects::nonNull)) : this;
    }

    /** Writes what the library needs to know of the cells. */
    void fill(Structs.Column column, int slot) {
        column.slot = new SizeT(slot);
        column.type = rows == 0 ? Constants.BONTOT_COLUMN_NOTHING : type;
        column.scale = scale;
        column.values = values;
        column.text = text;
        column.valid_bytes = known;
        column.fill();
    }

    /** Returns zeroed memory for so many cells, and for one at least. */
    static Memory room(long cells, int size) {
        Memory memory = new Memory(Math.max(1, cells) * size);
        memory.clear();
        return memory;
    }

    private static <T> Memory bytes(List<T> given, Predicate<T> isSet) {
        Memory memory = room(given.size(), 1);
        for (int row = 0; row < given.size(); row++) {
            memory.setByte(row, (byte) (isSet.test(given.get(row)) ? 1 : 0));
        }
        return memory;
    }
}
