package org.junheng.jobs.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a workbook's cell from the way it is stored: numbers digit by digit, days as ISO, formulas as their last value. */
final class StoredCell {
    /** Stands before the stored value of a formula. */
    static final char FORMULA = '\uFDD0';
    /** Stands before a formula of which no value is stored. */
    static final char WITHOUT_VALUE = '\uFDD1';

    /** Stands before the text of a merged cell in the rows below its first. */
    static final char MERGED = '\uFDD2';

    private static final Pattern MARKS = Pattern.compile("[\uFDD0-\uFDD2]");
    private static final int DIGITS = 15;
    private static final double TOO_LONG = 1e15;
    private static final int FIRST_SOUND_DAY = 61;
    private static final LocalDate ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int SECONDS_OF_DAY = 86_400;

    private final WorkbookParts book;

    StoredCell(WorkbookParts book) {
        this.book = book;
    }

    /** A cell as it may be shown: without the marks of formulas and merged cells. */
    static String unmarked(String cell) {
        boolean marked = cell.indexOf(FORMULA) >= 0 || cell.indexOf(WITHOUT_VALUE) >= 0 || cell.indexOf(MERGED) >= 0;
        return marked ? MARKS.matcher(cell).replaceAll("") : cell;
    }

    /**
     * @param type {@code s}, {@code b}, {@code e}, ...; null = a number
     * @param value null = none is stored
     * @param formula null = there is none
     */
    String text(@Nullable String type, int style, @Nullable String value, @Nullable String formula) {
        if (formula != null && value == null) {
            return WITHOUT_VALUE + "=" + formula;
        }
        String text = value == null ? "" : plain(type == null ? "n" : type, style, value);
        return formula != null && !text.isEmpty() ? FORMULA + text : text;
    }

    private String plain(String type, int style, String value) {
        return switch (type) {
            case "s" -> {
                int at = CellFormats.number(value.strip());
                yield at >= 0 && at < book.strings().size() ? book.strings().get(at) : value;
            }
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(style, value.strip());
            case "str", "inlineStr" -> RichText.unescaped(value);
            default -> value;
        };
    }

    private String number(int style, String value) {
        CellFormats.Shown shown = book.formats().of(style);
        if (shown == CellFormats.Shown.NUMBER && value.length() <= DIGITS && isPlain(value)) {
            return value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        boolean isDay = shown != CellFormats.Shown.NUMBER && number >= FIRST_SOUND_DAY && number < 2_958_466;
        return isDay ? day(number, shown) : digits(number, value);
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    }

    private static String digits(double number, String value) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return value;
        } else if (Math.abs(number) >= TOO_LONG) {
            BigDecimal kept = new BigDecimal(number, new MathContext(DIGITS)).stripTrailingZeros();
            String digits = kept.unscaledValue().toString();
            int sign = digits.startsWith("-") ? 1 : 0;
            String rest = digits.substring(sign + 1);
            int exponent = kept.precision() - kept.scale() - 1;
            return digits.substring(0, sign + 1) + (rest.isEmpty() ? "" : "." + rest) + "E+" + exponent;
        }
        String plain = new BigDecimal(Double.toString(number)).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private String day(double serial, CellFormats.Shown shown) {
        long days = (long) Math.floor(serial);
        LocalDate day = (book.since1904() ? ZERO_1904 : ZERO_1900).plusDays(days);
        long seconds = Math.round((serial - days) * SECONDS_OF_DAY);
        if (seconds > 0) {
            return day.atStartOfDay().plusSeconds(seconds).toString();
        }
        boolean month = shown == CellFormats.Shown.MONTH && day.getDayOfMonth() == 1;
        return month ? day.toString().substring(0, "2023-09".length()) : day.toString();
    }
}
