package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.PlaceCheck.Place;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Schools;
import org.junheng.jobs.table.Staff;
import org.junheng.subject.SchoolType;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;
import org.junheng.subject.UrbanRuralClass;

/**
 * The county in which schools and clusters are judged, by year, and its townships.
 *
 * @param counties by subject and year
 * @param townships of every school outside urban areas, by code and year
 * @param stages of these schools, by county and year, then township
 */
public record Places(
        SortedMap<String, String> counties,
        SortedMap<String, String> townships,
        SortedMap<String, SortedMap<String, SortedSet<Stage>>> stages)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final Places UNKNOWN = new Places(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** Where every school lies in every year, and every cluster in all of them. */
    static Places of(Tables tables, List<Integer> years) {
        Places places = new Places(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Map<String, SortedSet<Stage>> stages = new HashMap<>();
        for (Staff s : tables.records(Staff.class)) {
            if (s.pupilCount() == null || s.pupilCount() > 0) {
                stages.computeIfAbsent(s.schoolCode() + "|" + s.year(), k -> new TreeSet<>())
                        .add(s.stage());
            }
        }
        for (Schools s : tables.records(Schools.class)) {
            if (s.countyCode() != null) {
                places.counties.put(of(SubjectType.SCHOOL, s.schoolCode(), s.year()), s.countyCode());
                places.add(s, s.countyCode(), stages);
            }
        }
        for (Clusters c : tables.records(Clusters.class)) {
            if (c.countyCode() != null) {
                years.forEach(
                        year -> places.counties.put(of(SubjectType.CLUSTER, c.clusterId(), year), c.countyCode()));
            }
        }
        return places;
    }

    private void add(Schools s, String county, Map<String, SortedSet<Stage>> stagesOf) {
        boolean isCompared = s.schoolType() != SchoolType.SPECIAL && s.schoolType() != SchoolType.VOCATIONAL;
        boolean isOutside = s.urbanRuralClass() != null && s.urbanRuralClass() != UrbanRuralClass.URBAN;
        if (s.township() != null && isCompared && isOutside) {
            String key = s.schoolCode() + "|" + s.year();
            String township = county + ":" + s.township();
            townships.put(key, township);
            stages.computeIfAbsent(county + "|" + s.year(), k -> new TreeMap<>())
                    .computeIfAbsent(township, t -> new TreeSet<>())
                    .addAll(stagesOf.getOrDefault(key, Collections.emptySortedSet()));
        }
    }

    /** The township of a school outside the urban area; null for any other. */
    @Nullable
    String township(String school, int year) {
        return townships.get(school + "|" + year);
    }

    /** What is judged under a key. */
    Place place(String code, int year) {
        return new Place(code, stages.getOrDefault(code + "|" + year, Collections.emptySortedMap()));
    }

    /** What names a subject in a year. */
    static String of(SubjectType type, String subject, int year) {
        return type + ":" + subject + "|" + year;
    }

    /** The place and year with which a figure is judged: its county where that is known, else the subject itself. */
    String key(Row measure) {
        SubjectType type =
                SubjectType.valueOf(measure.<String>getAs("subject_type").toUpperCase(java.util.Locale.ROOT));
        String subject = measure.getAs("subject_id");
        int year = measure.getAs("year");
        return switch (type) {
            case COUNTY -> subject + "|" + year;
            case TOWNSHIP -> subject.substring(0, Math.max(0, subject.indexOf(':'))) + "|" + year;
            default -> county(type, subject, year) + "|" + year;
        };
    }

    private String county(SubjectType type, String subject, int year) {
        String school = type == SubjectType.STAGE_SCHOOL ? subject.substring(0, subject.lastIndexOf(':')) : subject;
        SubjectType of = type == SubjectType.STAGE_SCHOOL ? SubjectType.SCHOOL : type;
        @Nullable String county = counties.get(of(of, school, year));
        return county == null ? type + ":" + subject : county;
    }
}
