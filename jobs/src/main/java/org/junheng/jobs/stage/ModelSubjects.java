package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.jobs.table.Schools;
import org.junheng.subject.Role;
import org.junheng.subject.SchoolFacts.Area;
import org.junheng.subject.Subject;
import org.junheng.valueadded.CohortFit.SchoolEffect;

/** The areas and clusters of schools, for numbers about them that models give: a row per school and year, on the driver. */
final class ModelSubjects {
    /** No school lies anywhere. */
    static final ModelSubjects NONE = new ModelSubjects(ClusterRoster.NONE, Map.of());

    private record School(String code, int year) {}

    private final ClusterRoster roster;
    private final Map<School, Area> areas;

    private ModelSubjects(ClusterRoster roster, Map<School, Area> areas) {
        this.roster = roster;
        this.areas = areas;
    }

    /** @param years of outcome exams, and of prior exams whose schools are looked at */
    static ModelSubjects of(Tables tables, List<Integer> years) {
        SortedMap<String, Area> counties = Registers.areas(tables);
        Map<School, Area> areas = new HashMap<>();
        for (Schools s : tables.records(Schools.class)) {
            String county = s.countyCode();
            if (county != null && years.contains(s.year())) {
                areas.put(
                        new School(s.schoolCode(), s.year()),
                        counties.getOrDefault(county, new Area(county, null, null)));
            }
        }
        return new ModelSubjects(ClusterRoster.of(tables), areas);
    }

    /** The county of every school of a year where it is known. */
    SortedMap<String, String> counties(int year) {
        SortedMap<String, String> counties = new TreeMap<>();
        areas.forEach((school, area) -> {
            if (school.year() == year && area.county() != null) {
                counties.put(school.code(), area.county());
            }
        });
        return counties;
    }

    /** Schools by cluster with their part in it. */
    SortedMap<String, SortedMap<String, Role>> clusters(int year) {
        return roster.in(year);
    }

    /** Effects by area; a school whose county is not known is in none. */
    SortedMap<Subject, List<SchoolEffect>> areas(int year, List<SchoolEffect> effects) {
        SortedMap<Subject, List<SchoolEffect>> byArea = new TreeMap<>();
        for (SchoolEffect effect : effects) {
            Area area = areas.get(new School(effect.school(), year));
            if (area != null) {
                area.subjects().forEach(subject -> byArea.computeIfAbsent(subject, s -> new ArrayList<>())
                        .add(effect));
            }
        }
        return byArea;
    }
}
