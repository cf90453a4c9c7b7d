package org.junheng.jobs.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.stats.CounterRandom;

/** The ordinary disorder of a delivery: put in on purpose, and every piece of it written down. */
final class Mess implements Closeable {
    /** Share of the cells that may be missing and are. */
    static final double MISSING = 0.006;

    /** What is wrong with a row or a cell, and what a reader should make of it. */
    enum Kind {
        MISSING_CELL("used; what needs the cell is not assessed", "照常使用;需要该格的指标不予评定"),
        DUPLICATE_ROW("the second of two identical rows is quarantined", "两行相同,第二行隔离"),
        UNKNOWN_SCHOOL("quarantined: no such school", "隔离:没有这所学校"),
        NOT_A_NUMBER("quarantined: a word where a number belongs", "隔离:应填数字处为文字"),
        NEGATIVE("quarantined: below zero", "隔离:负数"),
        MERGED_SCHOOL("used; school_links leads to the successor", "照常使用;school_links 指向后继学校"),
        RENAMED_SCHOOL("used; school_links leads to the new code", "照常使用;school_links 指向新代码"),
        RECORDED_LATE("used; recorded more than a year after joining", "照常使用;加入一年多后才登记"),
        ORPHAN_POINT("used; a teaching point that names no parent", "照常使用;教学点未填所属学校");

        private final String outcome;
        private final String chinese;

        Kind(String outcome, String chinese) {
            this.outcome = outcome;
            this.chinese = chinese;
        }

        String outcome() {
            return outcome;
        }

        String chinese() {
            return chinese;
        }
    }

    private final CsvFile ledger;
    private final CounterRandom random;
    private final SortedMap<String, SortedMap<Kind, Integer>> counts = new TreeMap<>();

    Mess(Path folder, long seed) throws IOException {
        this.ledger =
                new CsvFile(folder.resolve("mess.csv"), List.of("input_table", "row", "column", "school_code", "kind"));
        this.random = CounterRandom.of(seed, "mess");
    }

    void note(String table, long row, String column, String schoolCode, Kind kind) throws IOException {
        ledger.cells(table, row, column, schoolCode, kind);
        counts.computeIfAbsent(table, t -> new TreeMap<>()).merge(kind, 1, Integer::sum);
    }

    /** Whether a cell of a school and year stays empty; columns are told apart by a number. */
    boolean isMissing(DrawnSchool school, int year, int column) {
        return random.happens(MISSING, school.serial(), year * 64L + column);
    }

    /** How often what happened, by table. */
    SortedMap<String, SortedMap<Kind, Integer>> counts() {
        return counts;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
