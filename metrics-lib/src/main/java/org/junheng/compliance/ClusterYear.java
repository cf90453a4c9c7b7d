package org.junheng.compliance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.ActivityKind;
import org.junheng.subject.ClusterFacts;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.Ownership;
import org.junheng.subject.Role;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;
import org.junheng.subject.View;

/**
 * A cluster on the roster day of a year, and what it did in that year. The facet of {@code about} is its type.
 *
 * @param day on which the roster speaks for the year
 * @param parts its schools on the day
 * @param deeds null when no activity of any cluster was delivered for the year
 * @param collected the kinds of which some cluster delivered an activity for the year
 */
public record ClusterYear(
        About about,
        LocalDate day,
        ClusterFacts facts,
        @Nullable CommunityMode mode,
        List<Part> parts,
        @Nullable List<Deed> deeds,
        Set<ActivityKind> collected)
        implements View {

    /**
     * A school in the cluster; null = not known.
     *
     * @param approved whether its membership names a document of approval
     * @param keyCounty whether its county is a national or provincial key county
     * @param rotated teachers who rotated in the year
     */
    public record Part(
            String school,
            Role role,
            @Nullable String county,
            @Nullable UrbanRuralClass place,
            @Nullable Ownership ownership,
            Set<Stage> stages,
            @Nullable Boolean quality,
            @Nullable Boolean approved,
            @Nullable Boolean keyCounty,
            @Nullable Double rotated) {
        public Part {
            stages = Set.copyOf(stages);
        }

        boolean isLead() {
            return role == Role.LEAD;
        }
    }

    public ClusterYear {
        parts = parts.stream().sorted(Comparator.comparing(Part::school)).toList();
        deeds = deeds == null ? null : List.copyOf(deeds);
        collected = Set.copyOf(collected);
    }

    List<Part> leads() {
        return parts.stream().filter(Part::isLead).toList();
    }

    List<Part> members() {
        return parts.stream().filter(p -> !p.isLead()).toList();
    }
}
