package org.junheng.jobs.ingest;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Range;
import org.junheng.jobs.table.Schema;

/** Reads numbers: digits with a decimal point, nothing that would have to be guessed. */
final class NumberCells {
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern NOT_FINITE_WORDS = Pattern.compile("(?i)[+-]?(nan|inf|infinity|∞)");
    private static final Pattern SCHOOL_YEAR =
            Pattern.compile("([0-9]{4})(?:年)?(?:[-–—~～/至]([0-9]{4}|[0-9]{2})(?:年)?)?(?:学年度?|年度)?");
    private static final double WHOLE_LIMIT = 1e15;

    private final double min;
    private final double max;
    private final boolean isCount;

    private NumberCells(Schema.Column column) {
        Range range = column.component().getAnnotation(Range.class);
        this.min = range == null ? Double.NEGATIVE_INFINITY : range.min();
        this.max = range == null ? Double.POSITIVE_INFINITY : range.max();
        this.isCount = column.type() == long.class || column.type() == Long.class;
    }

    static CellReader of(Schema.Column column) {
        NumberCells numbers = new NumberCells(column);
        Class<?> type = column.type();
        if (type == int.class || type == Integer.class) {
            return (cell, notes) -> {
                Double whole = numbers.whole(cell, notes);
                return whole == null ? null : (Integer) whole.intValue();
            };
        } else if (type == long.class || type == Long.class) {
            return (cell, notes) -> {
                Double whole = numbers.whole(cell, notes);
                return whole == null ? null : (Long) whole.longValue();
            };
        }
        return column.isPersonal() && numbers.min == -1 ? numbers::score : numbers::decimal;
    }

    static CellReader year(Schema.Column column) {
        return new NumberCells(column)::schoolYear;
    }

    private @Nullable Object schoolYear(String cell, CellNotes notes) throws RowFault {
        String token = TextCells.token(cell, notes);
        if (token == null) {
            return null;
        }
        if (token.length() == 4 && digitsFrom(token, 0) == 4) {
            return (Integer) (int) inRange(Integer.parseInt(token));
        }
        Matcher matcher = SCHOOL_YEAR.matcher(token);
        if (!matcher.matches()
                && !isPlainNumber(token)
                && !NOT_FINITE_WORDS.matcher(token).matches()) {
            throw RowFault.ofCell(Rule.NOT_A_YEAR, "");
        } else if (!matcher.matches()) {
            Double whole = whole(token, notes);
            return whole == null ? null : (Integer) whole.intValue();
        }
        int year = Integer.parseInt(matcher.group(1));
        String next = matcher.group(2);
        if (next != null && !String.valueOf(year + 1).endsWith(next)) {
            throw RowFault.ofCell(Rule.NOT_A_YEAR, "");
        }
        notes.add(Rule.SCHOOL_YEAR_READ, String.valueOf(year));
        return (int) inRange(year);
    }

    private @Nullable Double whole(String cell, CellNotes notes) throws RowFault {
        Double number = number(cell, notes);
        if (number == null) {
            return null;
        } else if (number != Math.rint(number)) {
            throw RowFault.ofCell(Rule.NOT_WHOLE, "");
        } else if (Math.abs(number) > WHOLE_LIMIT) {
            throw RowFault.ofCell(Rule.OUT_OF_RANGE, "±1e15");
        }
        return inRange(number);
    }

    private @Nullable Object decimal(String cell, CellNotes notes) throws RowFault {
        Double number = number(cell, notes);
        return number == null ? null : (Double) inRange(number);
    }

    /** A pupil's score: -1 means absent, other numbers below 0 mean nothing. */
    private @Nullable Object score(String cell, CellNotes notes) throws RowFault {
        Double number = number(cell, notes);
        if (number == null || number == -1) {
            return null;
        } else if (number < 0) {
            throw RowFault.ofCell(Rule.OUT_OF_RANGE, "0 .. (-1)");
        }
        return number;
    }

    private double inRange(double number) throws RowFault {
        if (number < min || number > max) {
            throw RowFault.ofCell(Rule.OUT_OF_RANGE, shown(min) + " .. " + shown(max));
        }
        return number;
    }

    private @Nullable Double number(String cell, CellNotes notes) throws RowFault {
        String token = TextCells.token(cell, notes);
        if (token == null) {
            return null;
        } else if (max == 1 && token.endsWith("%")) {
            notes.add(Rule.PERCENT, "");
            String percent = token.substring(0, token.length() - 1).strip();
            return new BigDecimal(digits(percent, notes)).movePointLeft(2).doubleValue();
        }
        double number = Double.parseDouble(digits(token, notes));
        if (Double.isInfinite(number)) {
            throw RowFault.ofCell(Rule.NOT_FINITE, "");
        }
        return number;
    }

    /** The number as plain digits: {@code [+-] digits [. digits] [e [+-] digits]}. */
    private String digits(String token, CellNotes notes) throws RowFault {
        if (isPlainNumber(token)) {
            return token;
        } else if (NOT_FINITE_WORDS.matcher(token).matches()) {
            throw RowFault.ofCell(Rule.NOT_FINITE, "");
        } else if (GROUPED.matcher(token).matches() && (isCount || isCertain(token))) {
            notes.add(Rule.THOUSANDS, "");
            return token.replace(",", "");
        }
        throw RowFault.ofCell(Rule.NOT_A_NUMBER, "");
    }

    /** A single comma before three digits may be a decimal comma. */
    private static boolean isCertain(String grouped) {
        return grouped.indexOf('.') > 0 || grouped.indexOf(',') < grouped.lastIndexOf(',');
    }

    private static boolean isPlainNumber(String s) {
        int i = at(s, 0) == '-' || at(s, 0) == '+' ? 1 : 0;
        int whole = digitsFrom(s, i);
        int end = at(s, whole) == '.' ? digitsFrom(s, whole + 1) : whole;
        boolean hasDigits = whole > i || end > whole + 1;
        if (at(s, end) == 'e' || at(s, end) == 'E') {
            int sign = at(s, end + 1) == '-' || at(s, end + 1) == '+' ? 1 : 0;
            int exponent = digitsFrom(s, end + 1 + sign);
            hasDigits &= exponent > end + 1 + sign;
            end = exponent;
        }
        return hasDigits && end == s.length();
    }

    private static char at(String s, int i) {
        return i < s.length() ? s.charAt(i) : ' ';
    }

    private static int digitsFrom(String s, int i) {
        int end = i;
        while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    static String shown(double limit) {
        return Double.isInfinite(limit)
                ? ""
                : BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
    }
}
