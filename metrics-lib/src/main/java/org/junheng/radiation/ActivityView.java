package org.junheng.radiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junheng.subject.About;
import org.junheng.subject.Register;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts;
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.View;

/**
 * What the schools of a cluster did together in one year, or in one semester where the facet says so.
 *
 * @param leads, members on the roster day of the year
 * @param eligible teachers of the leads eligible for rotation; null = not reported
 * @param rotated teachers of the cluster who rotated; null = a school does not report
 */
public record ActivityView(
        About about,
        SortedSet<String> leads,
        SortedSet<String> members,
        List<Activity> activities,
        @Nullable Double eligible,
        @Nullable Double rotated)
        implements View {
    private static final String SEMESTER = "semester:";
    private static final int SEMESTERS = 2;

    public ActivityView {
        activities = activities.stream().sorted(Activity.ORDER).toList();
    }

    /** Every cluster with a roster, its year and each semester; nothing for a year of which nobody delivered any activity. */
    public static List<ActivityView> of(Register register, List<Activity> all, int year) {
        SortedMap<String, List<Activity>> byCluster = new TreeMap<>();
        all.stream().filter(a -> a.year() == year).forEach(a -> byCluster
                .computeIfAbsent(a.cluster(), c -> new ArrayList<>())
                .add(a));
        List<ActivityView> views = new ArrayList<>();
        if (!byCluster.isEmpty()) {
            register.rosters(year).forEach((cluster, roster) -> {
                List<Activity> own = byCluster.getOrDefault(cluster, List.of());
                About about = About.of(new Subject(SubjectType.CLUSTER, cluster), year);
                views.add(view(about, roster, own, register));
                for (int i = 1; i <= SEMESTERS; i++) {
                    int semester = i;
                    views.add(view(
                            about.facet(SEMESTER + semester),
                            roster,
                            own.stream()
                                    .filter(a -> a.semester() != null && a.semester() == semester)
                                    .toList(),
                            register));
                }
            });
        }
        return views;
    }

    boolean isOfYear() {
        return about.facet().isEmpty();
    }

    /** A cluster is its lead and at least one member. */
    boolean isWhole() {
        return !leads.isEmpty() && !members.isEmpty();
    }

    List<Activity> only(Predicate<Activity> which) {
        return activities.stream().filter(which).toList();
    }

    boolean isFromLead(Activity a) {
        return a.from() != null && leads.contains(a.from());
    }

    boolean isFromMember(Activity a) {
        return a.from() != null && members.contains(a.from());
    }

    boolean isToMember(Activity a) {
        return a.to() != null && members.contains(a.to());
    }

    /** Members that took part in an activity of the cluster, on either side. */
    Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        for (Activity a : activities) {
            if (a.from() != null && members.contains(a.from())) {
                reached.add(a.from());
            }
            if (a.to() != null && members.contains(a.to())) {
                reached.add(a.to());
            }
        }
        return reached;
    }

    private static ActivityView view(
            About about, SortedMap<String, Role> roster, List<Activity> activities, Register register) {
        SortedSet<String> leads = new TreeSet<>();
        SortedSet<String> members = new TreeSet<>();
        roster.forEach((school, role) -> (role == Role.LEAD ? leads : members).add(school));
        List<SchoolFacts> ofLeads = facts(register, leads, about.year());
        List<SchoolFacts> all = facts(register, roster.keySet(), about.year());
        return new ActivityView(
                about,
                leads,
                members,
                activities,
                sum(ofLeads.stream().map(s -> s.total(StageFacts::eligible)).toList()),
                sum(all.stream().map(s -> s.total(StageFacts::rotated)).toList()));
    }

    private static List<SchoolFacts> facts(Register register, Set<String> schools, int year) {
        List<SchoolFacts> facts = new ArrayList<>();
        for (String school : schools) {
            SchoolFacts of = register.school(school, year);
            if (of != null) {
                facts.add(of);
            }
        }
        return facts;
    }

    private static @Nullable Double sum(List<@Nullable Double> parts) {
        double sum = 0;
        for (Double part : parts) {
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return parts.isEmpty() ? null : Double.valueOf(sum);
    }
}
