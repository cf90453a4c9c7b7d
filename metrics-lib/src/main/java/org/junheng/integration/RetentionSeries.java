package org.junheng.integration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.subject.About;
import org.junheng.subject.View;

/** The registered and locally enrolled children of a subject in one stage, year by year until the year it is about. */
public record RetentionSeries(About about, SortedMap<Integer, RetentionView> years) implements View {
    private static final int LEAST = 3;

    public RetentionSeries {
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    }

    /** Every subject and stage in every year that has at least two years before it. */
    public static List<RetentionSeries> of(List<RetentionView> views) {
        SortedMap<String, SortedMap<Integer, RetentionView>> series = new TreeMap<>();
        views.forEach(v -> series.computeIfAbsent(
                        v.about().subject() + "|" + v.about().stage(), k -> new TreeMap<>())
                .put(v.about().year(), v));
        List<RetentionSeries> all = new ArrayList<>();
        series.values()
                .forEach(years -> years.forEach((year, now) -> {
                    SortedMap<Integer, RetentionView> until = years.headMap(year + 1);
                    if (until.size() >= LEAST) {
                        all.add(new RetentionSeries(now.about().since(until.firstKey()), until));
                    }
                }));
        return all;
    }
}
