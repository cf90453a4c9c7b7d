package org.junheng.jobs.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junheng.gap.ChangeRules;
import org.junheng.review.Protocol;
import org.junheng.stock.QualityDefinition;
import org.junheng.subject.RosterDays;

/**
 * What evaluation.yaml asks for.
 *
 * @param rosterDays on which day the roster speaks for each year
 * @param asKnownOn the roster is that which was known on this day; null = all that is recorded
 * @param protocol the file that says how to score, as it is named
 * @param scoring what stands in it; null without one
 * @param audience for whom the report is written
 */
public record Evaluation(
        Path file,
        String id,
        List<Integer> years,
        int baseline,
        List<String> policies,
        SortedMap<String, Input> inputs,
        List<ValueAddedBlock> valueAdded,
        List<GrowthBlock> growth,
        List<ImpactBlock> impact,
        ChangeRules changes,
        List<SurveyWeighting> surveyWeights,
        @Nullable String protocol,
        @Nullable Protocol scoring,
        Disclosure disclosure,
        double maxQuarantinedShare,
        List<Waiver> waivers,
        RosterDays rosterDays,
        @Nullable LocalDate asKnownOn,
        Privacy privacy,
        long seed,
        ZoneId timezone,
        Audience audience) {
    public Evaluation {
        years = List.copyOf(years);
        policies = List.copyOf(policies);
        valueAdded = List.copyOf(valueAdded);
        growth = List.copyOf(growth);
        impact = List.copyOf(impact);
        surveyWeights = List.copyOf(surveyWeights);
        waivers = List.copyOf(waivers);
    }

    /** Which schools are quality schools: the official ones unless the protocol says otherwise. */
    public QualityDefinition qualityDefinition() {
        return scoring == null ? QualityDefinition.OFFICIAL : scoring.qualitySchool();
    }

    /** The same without its models: for what rests on rows of some schools only. */
    public Evaluation withoutModels() {
        return new Evaluation(
                file,
                id,
                years,
                baseline,
                policies,
                inputs,
                List.of(),
                List.of(),
                List.of(),
                changes,
                surveyWeights,
                protocol,
                scoring,
                disclosure,
                maxQuarantinedShare,
                waivers,
                rosterDays,
                asKnownOn,
                privacy,
                seed,
                timezone,
                audience);
    }

    /** The same of some of its tables. */
    public Evaluation withInputs(SortedMap<String, Input> some) {
        return new Evaluation(
                file,
                id,
                years,
                baseline,
                policies,
                some,
                valueAdded,
                growth,
                impact,
                changes,
                surveyWeights,
                protocol,
                scoring,
                disclosure,
                maxQuarantinedShare,
                waivers,
                rosterDays,
                asKnownOn,
                privacy,
                seed,
                timezone,
                audience);
    }

    /** The folder that paths are relative to. */
    public Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of("") : parent;
    }
}
