package org.junheng.integration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.integration.LeadChangeView.Cohort;
import org.junheng.integration.LeadChangeView.Since;
import org.junheng.metric.Words;
import org.junheng.stock.Lineage;
import org.junheng.subject.About;
import org.junheng.subject.Membership;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.Stage;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** The cohorts of lead schools, each beside an earlier one of the same model. */
public final class LeadChanges {
    private static final Words NOT_BEFORE =
            new Words("没有在其牵头之前考试的同一模型的一届", "no cohort of the same model was examined before it led the cluster");
    private static final Words NOT_EARLIER = new Words(
            "没有在其牵头之后的更早一届同一模型的结果", "no earlier cohort of the same model was examined while it led the cluster");

    private final Register register;
    private final Lineage lineage;

    /** The value-added of a school; {@code halfWidth} of its 95 % interval, null = it has none. */
    public record Effect(
            double value,
            @Nullable Double halfWidth,
            @Nullable Long pupils) {}

    /** @param lineage under which codes a school stood before */
    public LeadChanges(Register register, Lineage lineage) {
        this.register = register;
        this.lineage = lineage;
    }

    /**
     * Every cluster whose lead has a value-added in the last of the cohorts.
     *
     * @param facet what the value-added is of
     * @param cohorts effects by school, by year; all of one model, grade and subject
     */
    public List<LeadChangeView> views(Stage stage, String facet, SortedMap<Integer, Map<String, Effect>> cohorts) {
        List<LeadChangeView> views = new ArrayList<>();
        int year = cohorts.lastKey();
        register.rosters(year).forEach((cluster, roster) -> lead(cluster, roster, year)
                .filter(lead -> cohorts.getOrDefault(year, Map.of()).containsKey(lead.school()))
                .ifPresent(lead -> {
                    About about = About.of(new Subject(SubjectType.CLUSTER, cluster), year)
                            .in(stage)
                            .facet(facet);
                    List<Cohort> own = own(cluster, lead.school(), year, cohorts);
                    views.add(sinceLeading(about, own, lead.began()));
                    views.add(whileGrowing(about, own, lead.began()));
                }));
        return views;
    }

    private record Lead(String school, LocalDate began) {}

    /** Of several leads the one that began first, and of these the first in code order. */
    private Optional<Lead> lead(String cluster, SortedMap<String, Role> roster, int year) {
        return roster.entrySet().stream()
                .filter(school -> school.getValue() == Role.LEAD)
                .map(school -> new Lead(school.getKey(), began(cluster, school.getKey(), year)))
                .min(Comparator.comparing(Lead::began).thenComparing(Lead::school));
    }

    /** When the school, under this or an earlier code, first led the cluster. */
    private LocalDate began(String cluster, String school, int year) {
        return register.years().stream()
                .filter(before -> before <= year)
                .map(before -> before == year ? school : lineage.earlier(school, before, year))
                .distinct()
                .flatMap(code -> register.memberships(code).stream())
                .filter(m -> m.cluster().equals(cluster) && m.role() == Role.LEAD)
                .map(Membership::joinedOn)
                .min(Comparator.naturalOrder())
                .orElse(register.days().of(year));
    }

    private List<Cohort> own(String cluster, String school, int last, SortedMap<Integer, Map<String, Effect>> cohorts) {
        List<Cohort> own = new ArrayList<>();
        cohorts.forEach((year, effects) -> {
            Effect effect = effects.get(year == last ? school : lineage.earlier(school, year, last));
            if (effect != null) {
                own.add(new Cohort(year, effect.value(), effect.halfWidth(), effect.pupils(), members(cluster, year)));
            }
        });
        return own;
    }

    private long members(String cluster, int year) {
        return register.rosters(year).getOrDefault(cluster, new TreeMap<>()).values().stream()
                .filter(role -> role == Role.MEMBER)
                .count();
    }

    private LeadChangeView sinceLeading(About about, List<Cohort> own, LocalDate began) {
        Optional<Cohort> before =
                earlier(own, c -> register.days().of(c.year()).isBefore(began)).reduce((first, last) -> last);
        return view(about, Since.BEFORE_LEADING, own, before.orElse(null), NOT_BEFORE);
    }

    private LeadChangeView whileGrowing(About about, List<Cohort> own, LocalDate began) {
        Cohort now = own.get(own.size() - 1);
        Optional<Cohort> first =
                earlier(own, c -> !register.days().of(c.year()).isBefore(began)).findFirst();
        if (first.isPresent() && first.get().members() >= now.members()) {
            long then = first.get().members();
            Words same = new Words(
                    "集群没有扩大:" + first.get().year() + "学年成员" + then + "所,本学年" + now.members() + "所",
                    "the cluster did not grow: " + then + " members in "
                            + first.get().year() + ", " + now.members() + " now");
            return view(about, Since.FEWER_MEMBERS, own, null, same);
        }
        return view(about, Since.FEWER_MEMBERS, own, first.orElse(null), NOT_EARLIER);
    }

    private static java.util.stream.Stream<Cohort> earlier(List<Cohort> own, Predicate<Cohort> which) {
        return own.subList(0, own.size() - 1).stream().filter(which);
    }

    private static LeadChangeView view(
            About about, Since since, List<Cohort> own, @Nullable Cohort before, Words obstacle) {
        About dated = before == null ? about : about.since(before.year());
        return new LeadChangeView(
                dated, since, before, own.get(own.size() - 1), before == null ? obstacle : Words.NONE);
    }
}
