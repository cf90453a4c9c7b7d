package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.SchoolLinks;

/**
 * The roster along renamed codes (更名): a school that joined a cluster under an old code is a member under its new code from the day of the
 * change, through any number of changes, unless the roster itself names the new code in that cluster for those days.
 */
public final class CarriedRoster {
    private final StructType struct;
    private final Map<String, SchoolLinks> renamed;
    private final List<Row> delivered;

    private CarriedRoster(StructType struct, Map<String, SchoolLinks> renamed, List<Row> delivered) {
        this.struct = struct;
        this.renamed = renamed;
        this.delivered = delivered;
    }

    /** The same tables; the roster is another one when a renamed school stands in it. */
    public static Tables of(Tables tables) {
        Map<String, SchoolLinks> renamed = new HashMap<>();
        for (SchoolLinks link : tables.records(SchoolLinks.class)) {
            if (link.linkType() == LinkType.RENAMED) {
                renamed.put(link.schoolCode(), link);
            }
        }
        if (renamed.isEmpty()) {
            return tables;
        }
        Rows roster = tables.rows("memberships");
        CarriedRoster carried = new CarriedRoster(roster.struct(), renamed, roster.list());
        return carried.isConcerned()
                ? tables.with(
                        "memberships", Rows.of(roster.struct(), carried.rows()).beside(roster))
                : tables;
    }

    private boolean isConcerned() {
        return delivered.stream().anyMatch(row -> renamed.containsKey(text(row, "school_code")));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        delivered.forEach(row -> carry(row, Set.of(), rows));
        return rows;
    }

    /**
     * A membership up to the change of the code, then its rest under the new code.
     *
     * @param before the codes under which it stood
     */
    private void carry(Row row, Set<String> before, List<Row> rows) {
        String code = text(row, "school_code");
        SchoolLinks link = before.contains(code) ? null : renamed.get(code);
        LocalDate joined = day(row, "joined_on");
        LocalDate left = day(row, "left_on");
        if (link == null || (left != null && !left.isAfter(link.effectiveOn()))) {
            rows.add(row);
            return;
        }
        LocalDate day = link.effectiveOn();
        LocalDate from = joined == null || joined.isBefore(day) ? day : joined;
        if (joined == null || joined.isBefore(day)) {
            rows.add(changed(row, Map.of("left_on", day)));
        }
        if (!isNamed(link.successorCode(), text(row, "cluster_id"), from, left)) {
            Set<String> codes = new HashSet<>(before);
            codes.add(code);
            carry(changed(row, Map.of("school_code", link.successorCode(), "joined_on", from)), codes, rows);
        }
    }

    /** Whether the roster names a code in a cluster on one of some days. */
    private boolean isNamed(String code, String cluster, LocalDate from, @Nullable LocalDate until) {
        return delivered.stream()
                .filter(row -> code.equals(text(row, "school_code")) && cluster.equals(text(row, "cluster_id")))
                .anyMatch(row -> {
                    LocalDate joined = day(row, "joined_on");
                    LocalDate left = day(row, "left_on");
                    boolean begins = until == null || joined == null || joined.isBefore(until);
                    return begins && (left == null || left.isAfter(from));
                });
    }

    private Row changed(Row row, Map<String, Object> cells) {
        @Nullable Object[] values = new @Nullable Object[struct.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.getOrDefault(struct.fieldNames()[i], row.get(i));
        }
        return RowFactory.create(values);
    }

    private String text(Row row, String column) {
        return row.getString(struct.fieldIndex(column));
    }

    private @Nullable LocalDate day(Row row, String column) {
        return row.getAs(struct.fieldIndex(column));
    }
}
