package org.junheng.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.View;

/** The registered children of the townships of a subject in one stage and year, and those who are enrolled where they are registered. */
public record RetentionView(About about, List<Township> townships) implements View {

    /** A township's children of one stage; null = not reported. */
    public record Township(
            String county,
            String township,
            int year,
            Stage stage,
            @Nullable Double registered,
            @Nullable Double enrolledLocally) {
        private String id() {
            return county + ":" + township;
        }
    }

    public RetentionView {
        townships = townships.stream()
                .sorted(Comparator.comparing(Township::county).thenComparing(Township::township))
                .toList();
    }

    /**
     * Every township and every area, stage and year, in order.
     *
     * @param areas the areas of each county
     */
    public static List<RetentionView> of(List<Township> townships, SortedMap<String, Area> areas) {
        SortedMap<Stage, SortedMap<Subject, SortedMap<Integer, List<Township>>>> all = new TreeMap<>();
        for (Township t : townships) {
            List<Subject> subjects = new ArrayList<>(areas.getOrDefault(t.county(), new Area(t.county(), null, null))
                    .subjects());
            subjects.add(new Subject(SubjectType.TOWNSHIP, t.id()));
            for (Subject subject : subjects) {
                all.computeIfAbsent(t.stage(), s -> new TreeMap<>())
                        .computeIfAbsent(subject, s -> new TreeMap<>())
                        .computeIfAbsent(t.year(), y -> new ArrayList<>())
                        .add(t);
            }
        }
        List<RetentionView> views = new ArrayList<>();
        all.forEach((stage, subjects) -> subjects.forEach((subject, years) -> years.forEach((year, of) ->
                views.add(new RetentionView(About.of(subject, year).in(stage), of)))));
        return views;
    }
}
