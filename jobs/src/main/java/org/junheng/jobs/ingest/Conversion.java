package org.junheng.jobs.ingest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.ColumnFrom;

/** What a cell is turned into before it is read, because its heading or the evaluation declares it: another unit, another word. */
interface Conversion {
    Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");

    String of(String cell, CellNotes notes) throws RowFault;

    /** The conversion of a column; null when there is none. */
    static @Nullable Conversion of(Heading heading, @Nullable ColumnFrom from) {
        if (from != null && !from.values().isEmpty()) {
            return byWord(from.values());
        }
        return heading.shift() == 0 ? null : byUnit(heading);
    }

    private static Conversion byWord(Map<String, String> values) {
        Map<String, String> words = new TreeMap<>();
        values.forEach((word, means) -> words.put(Spelt.key(word), means));
        return (cell, notes) -> {
            String means = words.get(Spelt.key(cell));
            if (means != null) {
                notes.add(Rule.VALUE_MAPPED, "");
            }
            return means == null ? cell : means;
        };
    }

    /** Moves the decimal point; what is no plain number is left to the reader of the column. */
    private static Conversion byUnit(Heading heading) {
        return (cell, notes) -> {
            String token = Spelling.token(cell, notes);
            if (GROUPED.matcher(token).matches()) {
                notes.add(Rule.THOUSANDS, "");
                token = token.replace(",", "");
            }
            if (!NUMBER.matcher(token).matches()) {
                return cell;
            }
            notes.add(Rule.UNIT_DECLARED, heading.shown());
            return new BigDecimal(token).movePointRight(heading.shift()).toPlainString();
        };
    }
}
