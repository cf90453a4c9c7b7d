package org.junheng.jobs.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.DatePrecision;

/** Reads days: ISO as it is; other spellings that leave no doubt are told with the day that was read. */
final class DateCells {
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "([0-9]{4})([-/.年])([0-9]{1,2})(?:([-/.月])([0-9]{1,2})日?)?月?(?:[T ]0?0:00(?::00(?:\\.0+)?)?)?");
    private static final Pattern SCHOOL_YEAR =
            Pattern.compile("([0-9]{4})(?:年)?(?:[-–—~～/至]([0-9]{4}|[0-9]{2})(?:年)?)?学年度?");
    private static final String STILL_OPEN = "至今";
    private static final Pattern PACKED = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}");
    private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(?:\\.0+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private DateCells() {}

    static @Nullable Object date(String cell, CellNotes notes) throws RowFault {
        String token = TextCells.token(cell, notes);
        if (token == null) {
            return null;
        } else if (token.equals(STILL_OPEN)) {
            notes.add(Rule.READ_AS_MISSING, "");
            return null;
        }
        try {
            LocalDate day = day(token, notes);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw RowFault.ofCell(Rule.OUT_OF_RANGE, "1900-01-01 .. 2200-12-31");
            }
            return day;
        } catch (DateTimeException e) {
            throw RowFault.ofCell(Rule.NOT_A_DATE, "");
        }
    }

    private static LocalDate day(String token, CellNotes notes) throws RowFault {
        if (ISO.matcher(token).matches()) {
            return LocalDate.parse(token);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(token);
        if (yearFirst.matches()) {
            String day = yearFirst.group(5);
            LocalDate read = of(yearFirst.group(1), yearFirst.group(3), day == null ? "1" : day);
            return told(read, day == null ? " " + DatePrecision.MONTH : "", notes);
        }
        Matcher schoolYear = SCHOOL_YEAR.matcher(token);
        if (schoolYear.matches()) {
            LocalDate read = of(schoolYear.group(1), "9", "1");
            String next = schoolYear.group(2);
            if (next == null || String.valueOf(read.getYear() + 1).endsWith(next)) {
                return told(read, " " + DatePrecision.SCHOOL_YEAR, notes);
            }
        }
        Matcher packed = PACKED.matcher(token);
        if (packed.matches()) {
            return told(of(packed.group(1), packed.group(2), packed.group(3)), "", notes);
        } else if (SERIAL.matcher(token).matches()) {
            return told(SERIAL_ZERO.plusDays((long) Double.parseDouble(token)), "", notes);
        }
        throw RowFault.ofCell(YEAR_LAST.matcher(token).matches() ? Rule.DATE_AMBIGUOUS : Rule.NOT_A_DATE, "");
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate told(LocalDate day, String precision, CellNotes notes) {
        notes.add(Rule.DATE_READ, day + precision);
        return day;
    }
}
