package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.subject.Role;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Every row of the panel under each subject that it says something about: its area, its clusters, the school itself. Needs no engine. */
final class Subjects {
    private final SortedMap<Subject, List<PanelPoint>> points = new TreeMap<>();

    private Subjects() {}

    static SortedMap<Subject, List<PanelPoint>> of(List<PanelPoint> points) {
        Subjects subjects = new Subjects();
        points.stream().filter(PanelPoint::isCompared).forEach(subjects::add);
        return subjects.points;
    }

    private void add(PanelPoint point) {
        under(SubjectType.COUNTY, point.countyCode(), point);
        under(SubjectType.PREFECTURE, point.prefectureCode(), point);
        under(SubjectType.PROVINCE, point.provinceCode(), point);
        if (point.kind() == Kind.SURVEY) {
            under(SubjectType.SCHOOL, point.schoolCode(), point);
        }
        if (point.participations() != null && point.kind() != Kind.ROSTER && point.kind() != Kind.PLACES) {
            clusters(point, point.participations());
        }
    }

    private void clusters(PanelPoint point, String participations) {
        for (String participation : participations.split(";", -1)) {
            int at = participation.lastIndexOf(':');
            Role role = Role.valueOf(participation.substring(at + 1).toUpperCase(Locale.ROOT));
            under(SubjectType.CLUSTER, participation.substring(0, at), point.as(role));
        }
    }

    private void under(SubjectType type, @Nullable String id, PanelPoint point) {
        if (id != null) {
            points.computeIfAbsent(new Subject(type, id), s -> new ArrayList<>())
                    .add(point);
        }
    }
}
