package org.junheng.integration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.AttributedView.Attributed;
import org.junheng.stock.Lineage;
import org.junheng.subject.About;
import org.junheng.subject.Attribution;
import org.junheng.subject.Attribution.Stay;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.Span;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** The value-added of schools put under the clusters for which they count, by every rule of attribution. */
public final class AttributedFacts {
    private final Register register;
    private final Lineage lineage;
    private final LocalDate start;
    private final SortedMap<String, SortedSet<String>> schools = new TreeMap<>();
    private final SortedMap<String, LocalDate> begun = new TreeMap<>();

    /** The value-added of one school in one subject; null = it has none. */
    public record Effect(@Nullable Double value, @Nullable Long pupils) {}

    /**
     * What the register says.
     *
     * @param baseline the first year of the evaluation
     * @param lineage under which codes a school stood before
     */
    public AttributedFacts(Register register, int baseline, Lineage lineage) {
        this.register = register;
        this.lineage = lineage;
        this.start = Span.schoolYear(baseline).from();
        register.schoolsEver().forEach(school -> register.memberships(school).forEach(m -> {
            schools.computeIfAbsent(m.cluster(), c -> new TreeSet<>()).add(school);
            begun.merge(m.cluster(), m.joinedOn(), (a, b) -> a.isBefore(b) ? a : b);
        }));
    }

    /**
     * Every cluster, role and rule with a school that counts.
     *
     * @param facet what the value-added is of
     * @param effects by school
     */
    public List<AttributedView> views(int year, Stage stage, String facet, Map<String, Effect> effects) {
        List<AttributedView> views = new ArrayList<>();
        schools.forEach((cluster, ever) -> {
            About about = About.of(new Subject(SubjectType.CLUSTER, cluster), year)
                    .in(stage)
                    .facet(facet);
            for (Attribution rule : Attribution.values()) {
                for (Role role : Role.values()) {
                    List<Attributed> counting = counting(cluster, ever, year, stage, rule, role, effects);
                    if (counting.stream().anyMatch(s -> s.value() != null)) {
                        views.add(new AttributedView(about, rule, role, counting));
                    }
                }
            }
        });
        return views;
    }

    private List<Attributed> counting(
            String cluster,
            SortedSet<String> ever,
            int year,
            Stage stage,
            Attribution rule,
            Role role,
            Map<String, Effect> effects) {
        List<Attributed> counting = new ArrayList<>();
        for (String code : ever) {
            SchoolFacts school = register.school(code, year);
            if (school != null && school.stages().containsKey(stage) && role(school, cluster) == role) {
                BigDecimal weight = rule.of(stay(cluster, school), year);
                Effect effect = effects.getOrDefault(code, new Effect(null, null));
                if (weight.signum() > 0) {
                    counting.add(new Attributed(code, effect.value(), effect.pupils(), weight));
                }
            }
        }
        return counting;
    }

    /** A school that ever led the cluster is its lead. */
    private Role role(SchoolFacts school, String cluster) {
        return ever(school).stream().anyMatch(m -> m.cluster().equals(cluster) && m.role() == Role.LEAD)
                ? Role.LEAD
                : Role.MEMBER;
    }

    /** The memberships of a school under this and its earlier codes. */
    private List<Membership> ever(SchoolFacts school) {
        Set<String> codes = new TreeSet<>(Set.of(school.school()));
        for (int year : register.years()) {
            if (year < school.year()) {
                codes.add(lineage.earlier(school.school(), year, school.year()));
            }
        }
        return codes.stream().flatMap(c -> register.memberships(c).stream()).toList();
    }

    private Stay stay(String cluster, SchoolFacts school) {
        List<Membership> all = ever(school);
        LocalDate first = begun.getOrDefault(cluster, start);
        return new Stay(
                cluster,
                all,
                first.isAfter(start) ? first : start,
                school.openedOn(),
                school.closedOn(),
                register.days());
    }
}
