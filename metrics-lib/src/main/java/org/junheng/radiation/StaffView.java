package org.junheng.radiation;

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
import org.junheng.subject.SchoolFacts.StageFacts;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;
import org.junheng.subject.View;

/** The teachers of the schools of a subject in one year: of the school alone, of a cluster, of an area. */
public record StaffView(About about, List<Staffed> schools) implements View {

    /**
     * The teachers of a school, all stages together; null = a stage does not report.
     *
     * @param role in the cluster looked at; in an area: in the one cluster to which it is attributed
     * @param urbanOrQuality whether the demand on urban and quality schools is for it; null = not known
     */
    public record Staffed(
            String school,
            @Nullable Role role,
            @Nullable Boolean urbanOrQuality,
            @Nullable Double pupils,
            @Nullable Double aboveDegree,
            @Nullable Double backbone,
            @Nullable Double eligible,
            @Nullable Double rotated,
            @Nullable Double rotatedBackbone,
            @Nullable Double shadowing) {
        static Staffed of(SchoolFacts s, @Nullable Role role) {
            return new Staffed(
                    s.school(),
                    role,
                    s.isUrbanOrQuality(),
                    s.pupils(),
                    s.total(StageFacts::aboveDegree),
                    s.total(StageFacts::backbone),
                    s.total(StageFacts::eligible),
                    s.total(StageFacts::rotated),
                    s.total(StageFacts::rotatedBackbone),
                    s.total(StageFacts::shadowing));
        }
    }

    public StaffView {
        schools = schools.stream().sorted(Comparator.comparing(Staffed::school)).toList();
    }

    /** Every school with teachers, every cluster and every area in one year. */
    public static List<StaffView> of(Register register, int year) {
        SortedMap<Subject, List<Staffed>> subjects = new TreeMap<>();
        for (SchoolFacts s : register.schools(year)) {
            if (!s.stages().isEmpty()) {
                Staffed school = Staffed.of(
                        s,
                        register.memberships(s.school(), year).stream()
                                .findFirst()
                                .map(m -> m.role())
                                .orElse(null));
                subjects.put(new Subject(SubjectType.SCHOOL, s.school()), List.of(school));
                s.area().subjects().forEach(area -> subjects.computeIfAbsent(area, a -> new ArrayList<>())
                        .add(school));
            }
        }
        register.rosters(year)
                .forEach((cluster, roster) -> roster.forEach((code, role) -> {
                    SchoolFacts s = register.school(code, year);
                    if (s != null && !s.stages().isEmpty()) {
                        subjects.computeIfAbsent(new Subject(SubjectType.CLUSTER, cluster), c -> new ArrayList<>())
                                .add(Staffed.of(s, role));
                    }
                }));
        List<StaffView> views = new ArrayList<>();
        subjects.forEach((subject, schools) -> views.add(new StaffView(About.of(subject, year), schools)));
        return views;
    }

    boolean isOfSchool() {
        return about.subject().type() == SubjectType.SCHOOL;
    }
}
