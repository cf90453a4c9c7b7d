package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junheng.jobs.config.Nearest;
import org.junheng.jobs.table.Schema;

/**
 * The header of one file: which cell holds which column.
 *
 * @param row physical row of the header
 * @param names the columns in the order of the cells; empty where a cell has no name
 */
record Header(SourceFile file, long row, List<String> names) {
    private static final int SEARCHED_ROWS = 20;
    private static final Set<String> PERSONAL = Set.of(
            "姓名",
            "学生姓名",
            "name",
            "pupil_name",
            "身份证号",
            "身份证号码",
            "身份证",
            "身份证件号",
            "公民身份号码",
            "id_number",
            "identity_number",
            "手机号",
            "联系电话",
            "电话",
            "phone",
            "家庭住址",
            "出生日期",
            "birth_date");

    /** The header among the first rows: the first row of which the contract knows all keys, or at least half of the names. */
    static Optional<Header> find(Schema<?> schema, SourceFile file, SheetSource sheet) {
        for (int i = 0; i < SEARCHED_ROWS; i++) {
            RawRow row = sheet.next();
            if (row == null) {
                return Optional.empty();
            }
            List<String> names = row.cells().stream().map(Header::name).toList();
            if (isHeader(schema, names)) {
                return Optional.of(new Header(file, row.number(), names));
            }
        }
        return Optional.empty();
    }

    private static boolean isHeader(Schema<?> schema, List<String> names) {
        long filled = names.stream().filter(n -> !n.isEmpty()).count();
        long known = names.stream().filter(schema.names()::contains).count();
        return known > 0 && (names.containsAll(schema.keys()) || 2 * known >= filled);
    }

    /** A heading without what carries no meaning: spaces, invisible characters, capitals of an English name. */
    static String name(String cell) {
        try {
            String token = Spelling.token(cell.length() > 200 ? cell.substring(0, 200) : cell, new CellNotes());
            return token.toLowerCase(Locale.ROOT);
        } catch (RowFault e) {
            return Fault.shown(cell);
        }
    }

    /** Refuses a header that cannot be meant so, and tells what is missing without harm. */
    void check(Schema<?> schema, Findings findings) {
        refuseTwice();
        refusePersonal(schema);
        List<String> absent =
                schema.names().stream().filter(n -> !names.contains(n)).toList();
        for (String name : further(schema)) {
            Nearest.almost(name, absent).ifPresent(near -> {
                throw fault(Rule.COLUMN_MISSPELT, name, near).refusal();
            });
        }
        absent.stream().filter(schema.keys()::contains).findFirst().ifPresent(key -> {
            throw fault(Rule.KEY_COLUMN_ABSENT, key, "").refusal();
        });
        if (!absent.isEmpty()) {
            findings.tell(Fault.of(Rule.VALUE_COLUMNS_ABSENT, file.shown(), String.join(", ", absent)));
        }
        if (row > 1) {
            findings.tell(new Fault(Rule.TITLE_ROW, file.shown(), 1, "", null, String.valueOf(row)));
        }
    }

    private void refuseTwice() {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw fault(Rule.COLUMN_TWICE, name, "").refusal();
            }
        }
    }

    private void refusePersonal(Schema<?> schema) {
        List<String> personal = names.stream().filter(PERSONAL::contains).toList();
        boolean aboutPupils = schema.columns().stream().anyMatch(Schema.Column::isPersonal);
        if (aboutPupils && !personal.isEmpty()) {
            throw Fault.of(Rule.PERSONAL_COLUMNS, file.shown(), String.join(", ", personal))
                    .refusal();
        }
    }

    private Fault fault(Rule rule, String column, String detail) {
        return new Fault(rule, file.shown(), row, column, null, detail);
    }

    /** Columns beyond those of the contract, in the order of the file. */
    List<String> further(Schema<?> schema) {
        return names.stream()
                .filter(n -> !n.isEmpty() && !schema.names().contains(n))
                .toList();
    }

    /** How many cells a row has: up to the last named column. */
    int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /** For each of some columns the cell that holds it; -1 when none does. */
    int[] cellsOf(List<String> columns) {
        return columns.stream().mapToInt(names::indexOf).toArray();
    }

    /** Whether a row repeats this header. */
    boolean isRepeatedBy(RawRow raw) {
        if (!firstMayBeName(raw.first())) {
            return false;
        }
        List<String> other = new ArrayList<>();
        for (String cell : raw.cells()) {
            other.add(name(cell));
        }
        return other.equals(names);
    }

    /** Spares most rows of data the comparison. */
    private boolean firstMayBeName(String cell) {
        return cell.length() < 200 && names.contains(name(cell));
    }
}
