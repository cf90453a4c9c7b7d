package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.assurance.CountyStatement;
import org.junheng.jobs.table.CountyInputs;
import org.junheng.subject.About;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** What counties state, by year; the year in which basic balance was passed stays true in later years. */
final class Statements {
    private static final String LASTING = "basic_balance_year";

    private Statements() {}

    static List<CountyStatement> of(Tables tables, List<Integer> years) {
        SortedMap<String, SortedMap<Integer, SortedMap<String, Double>>> counties = new TreeMap<>();
        for (CountyInputs i : tables.records(CountyInputs.class)) {
            if (i.value() != null) {
                counties.computeIfAbsent(i.countyCode(), c -> new TreeMap<>())
                        .computeIfAbsent(i.year(), y -> new TreeMap<>())
                        .put(i.item(), i.value());
            }
        }
        List<CountyStatement> statements = new ArrayList<>();
        counties.forEach((county, stated) -> {
            for (int year : new TreeSet<>(years)) {
                SortedMap<String, Double> items = new TreeMap<>(stated.getOrDefault(year, new TreeMap<>()));
                stated.headMap(year).values().stream()
                        .filter(before -> before.containsKey(LASTING))
                        .reduce((first, last) -> last)
                        .ifPresent(last -> items.putIfAbsent(LASTING, last.get(LASTING)));
                statements.addAll(statements(About.of(new Subject(SubjectType.COUNTY, county), year), items));
            }
        });
        return statements;
    }

    /** One of the county, one of each school subject that the national report speaks of. */
    private static List<CountyStatement> statements(About about, SortedMap<String, Double> items) {
        SortedSet<String> subjects = new TreeSet<>();
        for (String item : items.keySet()) {
            if (item.startsWith("Q9:") || item.startsWith("achievement_level:")) {
                subjects.add(item.substring(item.indexOf(':') + 1));
            }
        }
        List<CountyStatement> statements = new ArrayList<>();
        if (!items.isEmpty()) {
            statements.add(new CountyStatement(about, items));
        }
        subjects.forEach(subject -> statements.add(new CountyStatement(about.facet(subject), items)));
        return statements;
    }
}
