package org.junheng.integration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.ProgressView.Change;
import org.junheng.integration.ProgressView.Progressed;
import org.junheng.stats.Decimals;
import org.junheng.stock.Lineage;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** What is known of schools year by year, from which it is told what became of them: only what both years say is compared. */
public final class ProgressFacts {
    private final SortedMap<String, SortedMap<String, Part>> facts = new TreeMap<>();

    /** What a fact is about. */
    public enum Kind {
        VALUE_ADDED,
        BOTTOM_SHARE,
        SATISFACTION,
        STANDARDS_MET,
        TEACHER_LEVEL
    }

    private record Part(BigDecimal amount, BigDecimal weight) {}

    /**
     * One figure of a school; several of a kind are told apart by {@code what}: an exam, a model and subject, a group of respondents, a stage.
     *
     * @param amount what is summed: pupils below, answers satisfied, the figure itself
     * @param weight by what the sum is divided: pupils tested, answers, 1; 0 says nothing
     */
    public void add(Kind kind, String school, int year, String what, BigDecimal amount, BigDecimal weight) {
        if (weight.signum() > 0) {
            facts.computeIfAbsent(key(kind, school, year), k -> new TreeMap<>()).put(what, new Part(amount, weight));
        }
    }

    /**
     * Every cluster with a roster in every year after the baseline.
     *
     * @param lineage under which code a school stood at the baseline
     */
    public List<ProgressView> views(Register register, int baseline, Lineage lineage) {
        List<ProgressView> views = new ArrayList<>();
        for (int year : register.years()) {
            if (year > baseline) {
                register.rosters(year).forEach((cluster, roster) -> {
                    List<Progressed> schools = new ArrayList<>();
                    roster.forEach((school, role) -> {
                        String then = lineage.earlier(school, baseline, year);
                        Compared compared = new Compared(then, baseline, school, year);
                        schools.add(new Progressed(
                                school,
                                role,
                                pooled(Kind.VALUE_ADDED, compared),
                                pooled(Kind.BOTTOM_SHARE, compared),
                                pooled(Kind.SATISFACTION, compared),
                                each(Kind.STANDARDS_MET, compared),
                                each(Kind.TEACHER_LEVEL, compared)));
                    });
                    Subject subject = new Subject(SubjectType.CLUSTER, cluster);
                    views.add(new ProgressView(About.of(subject, year).since(baseline), schools));
                });
            }
        }
        return views;
    }

    /** A school at the baseline and in a later year. */
    private record Compared(String then, int baseline, String now, int year) {}

    private @Nullable Change pooled(Kind kind, Compared school) {
        SortedMap<String, Part> then = of(kind, school.then(), school.baseline());
        SortedMap<String, Part> now = of(kind, school.now(), school.year());
        then.keySet().retainAll(now.keySet());
        now.keySet().retainAll(then.keySet());
        return then.isEmpty() ? null : new Change(mean(then), mean(now));
    }

    private List<Change> each(Kind kind, Compared school) {
        List<Change> changes = new ArrayList<>();
        SortedMap<String, Part> now = of(kind, school.now(), school.year());
        of(kind, school.then(), school.baseline()).forEach((what, then) -> {
            Part later = now.get(what);
            if (later != null) {
                changes.add(new Change(ratio(then), ratio(later)));
            }
        });
        return changes;
    }

    private SortedMap<String, Part> of(Kind kind, String school, int year) {
        return new TreeMap<>(facts.getOrDefault(key(kind, school, year), new TreeMap<>()));
    }

    private static double mean(SortedMap<String, Part> parts) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (Part part : parts.values()) {
            amount = amount.add(part.amount());
            weight = weight.add(part.weight());
        }
        return ratio(new Part(amount, weight));
    }

    private static double ratio(Part part) {
        return Decimals.ratio(part.amount(), part.weight()).doubleValue();
    }

    private static String key(Kind kind, String school, int year) {
        return kind + "|" + school + "|" + year;
    }
}
