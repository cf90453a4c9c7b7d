package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.table.LinkType;
import org.junheng.jobs.table.SchoolLinks;
import org.junheng.stock.Lineage;

/**
 * A school through its changes of code: codes that RENAMED links join are one school, and those under which it goes on after a merger or a
 * split ({@link Lineage}: of several that made a new code the largest, of a split the first new code). It is called by the first of them in code
 * order. A school that was merged into another ends; a code that was closed and opened again is two schools.
 */
final class SchoolIdentity {
    private final Map<String, String> towards = new TreeMap<>();
    private final Map<String, Integer> begunAnew = new TreeMap<>();

    private SchoolIdentity() {}

    static SchoolIdentity of(List<SchoolLinks> links, Lineage lineage) {
        SchoolIdentity identity = new SchoolIdentity();
        links.stream()
                .filter(link -> link.linkType() == LinkType.RENAMED)
                .forEach(link -> identity.join(link.schoolCode(), link.successorCode()));
        lineage.codes().values().forEach(later -> later.entrySet().stream()
                .findFirst() // the year after
                .ifPresent(next -> identity.follow(next.getKey(), next.getValue())));
        return identity;
    }

    /** @param changed code of the year before to code of the year; empty where another school begins under the code */
    private void follow(int year, Map<String, String> changed) {
        changed.forEach((before, now) -> {
            if (now.isEmpty()) {
                begunAnew.put(before, year);
            } else {
                join(before, now);
            }
        });
    }

    String of(String code, int year) {
        Integer begun = begunAnew.get(code);
        return begun == null || year >= begun ? first(code) : code + " before " + begun;
    }

    /** The same in the school year of a day. */
    String of(String code, LocalDate day) {
        return of(code, day.getMonth().compareTo(Month.SEPTEMBER) < 0 ? day.getYear() - 1 : day.getYear());
    }

    private String first(String code) {
        String at = code;
        for (String next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }

    private void join(String code, String successor) {
        String one = first(code);
        String other = first(successor);
        if (one.compareTo(other) < 0) {
            towards.put(other, one);
        } else if (!one.equals(other)) {
            towards.put(one, other);
        }
    }
}
