package org.junheng.jobs.table;

import java.util.List;
import java.util.Optional;

/** The tables that a delivery may bring, in the order in which they are read: a table comes after those it refers to. */
public final class Inputs {
    public static final List<Schema<?>> ALL = List.of(
            Schema.of(CountyLinks.class),
            Schema.of(Counties.class),
            Schema.of(Schools.class),
            Schema.of(SchoolLinks.class),
            Schema.of(Clusters.class),
            Schema.of(Memberships.class),
            Schema.of(Staff.class),
            Schema.of(Facilities.class),
            Schema.of(SchoolScores.class),
            Schema.of(SchoolIndicators.class),
            Schema.of(Pupils.class),
            Schema.of(PupilScores.class),
            Schema.of(Enrolments.class),
            Schema.of(SurveyCounts.class),
            Schema.of(SurveyResponses.class),
            Schema.of(Activities.class),
            Schema.of(Retention.class),
            Schema.of(CountyInputs.class),
            Schema.of(Evidence.class));

    private Inputs() {}

    public static List<String> names() {
        return ALL.stream().map(Schema::table).toList();
    }

    public static Optional<Schema<?>> named(String table) {
        return ALL.stream().filter(s -> s.table().equals(table)).findFirst();
    }
}
