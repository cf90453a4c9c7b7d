package org.junheng.jobs.stage;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.table.Clusters;
import org.junheng.jobs.table.Schools;
import org.junheng.subject.SubjectType;

/** The county in which schools and clusters are judged, by year. */
public record Places(SortedMap<String, String> counties) implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final Places UNKNOWN = new Places(new TreeMap<>());

    /** Where every school lies in every year, and every cluster in all of them. */
    static Places of(Map<String, Dataset<Row>> tables, List<Integer> years) {
        SortedMap<String, String> counties = new TreeMap<>();
        for (Schools s : Registers.records(tables, Schools.class)) {
            if (s.countyCode() != null) {
                counties.put(of(SubjectType.SCHOOL, s.schoolCode(), s.year()), s.countyCode());
            }
        }
        for (Clusters c : Registers.records(tables, Clusters.class)) {
            if (c.countyCode() != null) {
                years.forEach(year -> counties.put(of(SubjectType.CLUSTER, c.clusterId(), year), c.countyCode()));
            }
        }
        return new Places(counties);
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
