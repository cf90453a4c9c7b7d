package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Counties;
import org.junheng.jobs.table.Subjects;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.Subject;
import org.junheng.subject.SubjectType;

/** Names and places of everything that numbers are about, as of the last year delivered. */
public final class SubjectNames {
    private static final int UNDATED = 0;

    /** The last year comes last; of several names in a year the last in their order. */
    private static final Comparator<Dated> LAST =
            Comparator.comparing(Dated::year).thenComparing(Dated::text);

    private final SortedMap<Subject, Dated> last = new TreeMap<>();

    private record Dated(Subjects subject, int year) {
        String text() {
            List<@Nullable String> parts = new ArrayList<>();
            parts.add(subject.name());
            parts.add(subject.countyCode());
            parts.add(subject.prefectureCode());
            parts.add(subject.provinceCode());
            return parts.stream().map(part -> Objects.toString(part, "")).collect(Collectors.joining("|"));
        }
    }

    private SubjectNames() {}

    public static List<Subjects> of(SchoolYears schoolYears, Tables tables) {
        SubjectNames names = new SubjectNames();
        schoolYears.list().forEach(school -> names.school(school, schoolYears.pupils(school)));
        tables.records(Counties.class).forEach(names::areas);
        SortedMap<String, Area> areas = Registers.areas(tables);
        tables.records(Clusters.class).forEach(cluster -> names.cluster(cluster, areas));
        return names.last.values().stream().map(Dated::subject).toList();
    }

    private void school(SchoolYear s, StagePupils stages) {
        name(SubjectType.SCHOOL, s.schoolCode(), s);
        stages.stages().keySet().forEach(stage -> name(SubjectType.STAGE_SCHOOL, s.schoolCode() + ":" + stage, s));
    }

    private void name(SubjectType type, String id, SchoolYear s) {
        add(new Subjects(type, id, s.schoolName(), s.countyCode(), s.prefectureCode(), s.provinceCode()), s.year());
    }

    private void areas(Counties c) {
        String prefecture = c.prefectureCode();
        String province = c.provinceCode();
        add(
                new Subjects(SubjectType.COUNTY, c.countyCode(), c.countyName(), c.countyCode(), prefecture, province),
                UNDATED);
        if (prefecture != null) {
            add(
                    new Subjects(SubjectType.PREFECTURE, prefecture, c.prefectureName(), null, prefecture, province),
                    UNDATED);
        }
        if (province != null) {
            add(new Subjects(SubjectType.PROVINCE, province, c.provinceName(), null, null, province), UNDATED);
        }
    }

    private void cluster(Clusters c, SortedMap<String, Area> areas) {
        Area area = c.countyCode() == null ? null : areas.get(c.countyCode());
        add(
                new Subjects(
                        SubjectType.CLUSTER,
                        c.clusterId(),
                        c.clusterName(),
                        c.countyCode(),
                        area == null ? null : area.prefecture(),
                        area == null ? null : area.province()),
                UNDATED);
    }

    private void add(Subjects subject, int year) {
        last.merge(
                new Subject(subject.subjectType(), subject.subjectId()),
                new Dated(subject, year),
                (one, other) -> LAST.compare(one, other) >= 0 ? one : other);
    }
}
