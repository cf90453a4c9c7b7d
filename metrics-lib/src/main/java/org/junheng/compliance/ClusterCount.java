package org.junheng.compliance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junheng.compliance.ClusterYear.Part;
import org.junheng.metric.Absent;
import org.junheng.metric.Better;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Metric;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.subject.CommunityMode;
import org.junheng.subject.Ownership;
import org.junheng.subject.Stage;
import org.junheng.subject.UrbanRuralClass;

/**
 * Schools of a kind in a cluster on the roster day of a year: 30 June, or the day {@code as_of} (集群成员构成).
 *
 * <p>A count; the facet is the type of the cluster and what is counted, {@code EDUCATION_GROUP:members}. Members do not include the lead.
 *
 * <p>Absent when what decides it is not known of a school that would have to be counted.
 *
 * <p>Source: Yunnan guideline 2024 (YN-01 to YN-03, YN-05, YN-06, YN-08, YN-13, YN-15); plans of alliances (S003-01, S003-08).
 *
 * <p>Clauses: YN-01; YN-02; YN-03; YN-05; YN-06; YN-08; YN-13; YN-15; S003-01; S003-08.
 */
public record ClusterCount(What what) implements Metric<ClusterYear> {
    private static final Words UNKNOWN = new Words("有学校的所需信息未知", "what decides it is not known of a school");

    /** What is counted. */
    public enum What {
        /** Lead schools (牵头学校). */
        LEADS,
        /** Public lead schools. */
        PUBLIC_LEADS,
        /** Members without the lead (成员学校). */
        MEMBERS,
        /** Counties in which its schools lie. */
        COUNTIES,
        /** Leads that stand in a rural place. */
        RURAL_LEADS,
        /** Members that stand in no rural place. */
        NON_RURAL_MEMBERS,
        /** Members that share no stage with a lead. */
        OTHER_STAGE_MEMBERS,
        /** Schools whose membership names no document of approval. */
        UNAPPROVED,
        /** Members without a junior stage. */
        NON_JUNIOR_MEMBERS,
        /** Members outside the national and provincial key counties. */
        NON_KEY_COUNTY_MEMBERS,
        /** Private members with a compulsory stage under a public lead (公参民). */
        PRIVATE_MEMBERS,
        /** Members of a merged or co-built cluster (紧密型): all of them, or none. */
        CLOSE_MEMBERS,
        /** Quality schools that are members after the end of the cycle: they may leave. */
        QUALITY_MEMBERS_AFTER_CYCLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every count. */
    public static List<ClusterCount> each() {
        return Arrays.stream(What.values()).map(ClusterCount::new).toList();
    }

    @Override
    public Definition definition() {
        return new Definition(
                "cluster.count",
                new Words("集群成员构成", "schools of a kind in a cluster"),
                "schools of the cluster on the roster day (30 June, or as_of) that are what the facet names",
                "1",
                "schools",
                Better.NONE,
                List.of("YN-01", "YN-02", "YN-03", "YN-05", "YN-06", "YN-08", "YN-13", "YN-15", "S003-01", "S003-08"),
                List.of("memberships.role", "clusters.cluster_type"),
                new Words("有学校的所需信息未知时不评价", "absent when what decides it is not known of a school"),
                "hand example");
    }

    @Override
    public Class<ClusterYear> view() {
        return ClusterYear.class;
    }

    @Override
    public String facetSuffix() {
        return ":" + what.word();
    }

    @Override
    public Outcome of(ClusterYear view) {
        Counts counts = Counts.ofSchools(view.parts().size());
        @Nullable Long count = count(view);
        return count == null ? new Absent(UNKNOWN, counts) : Value.of(count, counts);
    }

    private @Nullable Long count(ClusterYear view) {
        return switch (what) {
            case LEADS -> (long) view.leads().size();
            case MEMBERS -> (long) view.members().size();
            case PUBLIC_LEADS -> those(view.leads(), p -> is(p.ownership(), Ownership.PUBLIC));
            case COUNTIES -> counties(view.parts());
            case RURAL_LEADS -> those(view.leads(), p -> is(p.place(), UrbanRuralClass.RURAL));
            case NON_RURAL_MEMBERS -> those(view.members(), p -> not(is(p.place(), UrbanRuralClass.RURAL)));
            case OTHER_STAGE_MEMBERS -> those(view.members(), p -> not(sharesStage(p, view.leads())));
            case UNAPPROVED -> those(view.parts(), p -> not(p.approved()));
            case NON_JUNIOR_MEMBERS ->
                those(
                        view.members(),
                        p -> p.stages().isEmpty() ? null : !p.stages().contains(Stage.JUNIOR));
            case NON_KEY_COUNTY_MEMBERS -> those(view.members(), p -> not(p.keyCounty()));
            case PRIVATE_MEMBERS -> privateMembers(view);
            case CLOSE_MEMBERS -> close(view);
            case QUALITY_MEMBERS_AFTER_CYCLE -> afterCycle(view);
        };
    }

    private static @Nullable Long counties(List<Part> parts) {
        return parts.stream().anyMatch(p -> p.county() == null)
                ? null
                : Long.valueOf(parts.stream().map(Part::county).distinct().count());
    }

    private static @Nullable Long privateMembers(ClusterYear view) {
        @Nullable Long leads = those(view.leads(), p -> is(p.ownership(), Ownership.PUBLIC));
        return leads == null || leads == 0
                ? leads
                : those(
                        view.members().stream()
                                .filter(p -> p.stages().contains(Stage.PRIMARY)
                                        || p.stages().contains(Stage.JUNIOR))
                                .toList(),
                        p -> is(p.ownership(), Ownership.PRIVATE));
    }

    private static @Nullable Long close(ClusterYear view) {
        CommunityMode mode = view.mode();
        return mode == null
                ? null
                : Long.valueOf(
                        mode == CommunityMode.COOPERATIVE ? 0 : view.members().size());
    }

    private static @Nullable Long afterCycle(ClusterYear view) {
        java.time.LocalDate end = view.facts().cycleEndsOn();
        if (end == null) {
            return null;
        }
        boolean isOver = !end.isAfter(view.day());
        return isOver ? those(view.members(), Part::quality) : Long.valueOf(0);
    }

    private static @Nullable Boolean sharesStage(Part member, List<Part> leads) {
        boolean unknown = member.stages().isEmpty()
                || leads.stream().anyMatch(p -> p.stages().isEmpty());
        return unknown
                ? null
                : Boolean.valueOf(
                        leads.stream().anyMatch(lead -> lead.stages().stream().anyMatch(member.stages()::contains)));
    }

    private static <E> @Nullable Boolean is(@Nullable E word, E wanted) {
        return word == null ? null : Boolean.valueOf(word.equals(wanted));
    }

    private static @Nullable Boolean not(@Nullable Boolean holds) {
        return holds == null ? null : Boolean.valueOf(!holds);
    }

    /** How many satisfy a condition; null when it is not known of one of them. */
    private static @Nullable Long those(List<Part> parts, Function<Part, @Nullable Boolean> condition) {
        long count = 0;
        for (Part part : parts) {
            Boolean holds = condition.apply(part);
            if (holds == null) {
                return null;
            }
            count += holds ? 1 : 0;
        }
        return count;
    }
}
