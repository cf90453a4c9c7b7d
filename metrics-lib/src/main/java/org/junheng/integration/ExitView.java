package org.junheng.integration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Span;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.View;

/** The members of a cluster in one school year, those who left in it, and whether its cycle is over on the roster day. */
public record ExitView(About about, boolean cycleOver, List<Membered> members) implements View {

    /** A member: whether it left in the school year, and whether it is a quality school; null = not known. */
    public record Membered(
            String school, boolean left, @Nullable Boolean quality) {}

    public ExitView {
        members =
                members.stream().sorted(Comparator.comparing(Membered::school)).toList();
    }

    /** Every cluster with members in the school year. Who left in its course is a quality school when it is so that year or the next. */
    public static List<ExitView> of(Register register, int year) {
        SortedMap<String, List<Membered>> clusters = new TreeMap<>();
        Span days = register.days().passed(year);
        for (SchoolFacts s : register.schools(year)) {
            register.memberships(s.school()).stream()
                    .filter(m -> m.role() == Role.MEMBER && m.touches(days))
                    .forEach(m -> {
                        boolean left = m.leftOn() != null
                                && !days.from().plusDays(days.days()).isBefore(m.leftOn());
                        clusters.computeIfAbsent(m.cluster(), c -> new ArrayList<>())
                                .add(new Membered(s.school(), left, quality(register, s, left)));
                    });
        }
        List<ExitView> views = new ArrayList<>();
        clusters.forEach((cluster, members) -> {
            var ends = register.cluster(cluster).cycleEndsOn();
            boolean over = ends != null && !register.days().of(year).isBefore(ends);
            views.add(new ExitView(About.of(new Subject(SubjectType.CLUSTER, cluster), year), over, members));
        });
        return views;
    }

    private static @Nullable Boolean quality(Register register, SchoolFacts s, boolean left) {
        SchoolFacts next = left ? register.school(s.school(), s.year() + 1) : null;
        boolean after = next != null && Boolean.TRUE.equals(next.flags().quality());
        return after ? Boolean.TRUE : s.flags().quality();
    }
}
