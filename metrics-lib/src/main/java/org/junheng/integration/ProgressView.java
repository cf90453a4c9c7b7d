package org.junheng.integration;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.Role;
import org.junheng.subject.View;

/** The schools of a cluster on the roster day of a year, and what became of them since the baseline. */
public record ProgressView(About about, List<Progressed> schools) implements View {

    /** A figure then and now. */
    public record Change(double then, double now) {}

    /**
     * What became of a school; null = not known at both dates.
     *
     * @param valueAdded mean over the models and subjects that both years have
     * @param bottomShare share of its pupils among the lowest 30 %, over the exams that both years have
     * @param satisfaction of pupils and parents together
     * @param standardsMet resource standards met, of seven, by stage
     * @param levels teachers per 100 pupils, R1 to R3, by stage
     */
    public record Progressed(
            String school,
            Role role,
            @Nullable Change valueAdded,
            @Nullable Change bottomShare,
            @Nullable Change satisfaction,
            List<Change> standardsMet,
            List<Change> levels) {
        public Progressed {
            standardsMet = List.copyOf(standardsMet);
            levels = List.copyOf(levels);
        }
    }

    public ProgressView {
        schools = schools.stream()
                .sorted(Comparator.comparing(Progressed::school))
                .toList();
    }

    List<Progressed> members() {
        return schools.stream().filter(s -> s.role() == Role.MEMBER).toList();
    }

    List<Progressed> leads() {
        return schools.stream().filter(s -> s.role() == Role.LEAD).toList();
    }
}
