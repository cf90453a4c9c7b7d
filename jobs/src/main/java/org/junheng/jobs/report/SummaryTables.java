package org.junheng.jobs.report;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junheng.jobs.config.Audience;
import org.junheng.jobs.publish.Origin;
import org.junheng.jobs.report.PublishedTable.Line;
import org.junheng.metric.Words;
import tech.tablesaw.api.Table;

/**
 * The published tables of a run, turned into the tables that people read; workbook and page only render them.
 *
 * @param origin which run it is
 * @param audience for whom the report is written
 * @param places names of what was evaluated
 * @param metrics names of the metrics, from the published dictionary
 * @param years every year with a number
 * @param baseline the year from which changes are measured: that of {@code gap_change.*}, for other metrics may compare with the year before
 * @param balance one row per county, year and stage: the seven coefficients of variation, their verdicts, the verdicts on schools
 * @param shortfall what a county lacks to the standard, per indicator
 * @param gaps coefficient of variation of an area in every year, and its change
 * @param dimensions the dimension of each metric
 * @param dossiers what is published of each county and cluster
 * @param valueAdded one row per model, subject and school
 * @param fits terms of the fitted models
 * @param leadMember gap between lead school and members of a cluster in every year, and its change
 * @param satisfaction rates of areas with interval, limit and verdict
 * @param stock quality schools and quality places of areas
 * @param notAssessed how many numbers are missing or weak, by metric and reason
 * @param quality what became of the delivered rows
 * @param rules the rules in force
 * @param impact effects of joining a cluster, averaged, and by cohort and year
 * @param impactReadings what may be said of them, and how far they may be trusted
 * @param review scores of counties and clusters, and the interval of their ranks
 * @param definitions what it comes to by each definition of a quality school
 * @param flows the account of quality schools of each county and year
 * @param flowTotals that of all counties together
 * @param clusterSchools the schools of clusters with what is published of them
 * @param qualityChanges the schools that became quality schools, or ceased to be
 * @param townships the verdicts on townships as a whole
 * @param broken the clauses that clusters do not meet
 * @param verdicts the verdicts on counties in the last year
 * @param policies the order of policies
 */
public record SummaryTables(
        Origin origin,
        Audience audience,
        Places places,
        SortedMap<String, Words> metrics,
        SortedMap<String, String> dimensions,
        Dossiers dossiers,
        SortedSet<Integer> years,
        int baseline,
        Table balance,
        Table shortfall,
        Table gaps,
        Table valueAdded,
        Table fits,
        Table leadMember,
        Table satisfaction,
        Table stock,
        Table notAssessed,
        Table quality,
        Table rules,
        Table impact,
        Table impactReadings,
        Table review,
        Table flows,
        Table flowTotals,
        Table definitions,
        ClusterSchoolRows clusterSchools,
        QualityChangeRows qualityChanges,
        TownshipVerdicts townships,
        BrokenRules broken,
        Table verdicts,
        PolicyOrder policies) {
    /** Reads a run folder once, for a bureau. */
    public static SummaryTables of(Path runFolder) {
        return of(runFolder, Audience.BUREAU);
    }

    /** Reads a run folder once; policies in the order of their names. */
    public static SummaryTables of(Path runFolder, Audience audience) {
        return of(runFolder, audience, List.of());
    }

    /** Reads a run folder once; policies in the order of the evaluation. */
    public static SummaryTables of(Path runFolder, Audience audience, List<String> policies) {
        return of(runFolder, audience, policies, Origin.of(runFolder));
    }

    /** Reads the folder of a run that is not yet published, for the page and the workbook. */
    public static SummaryTables of(Path runFolder, Audience audience, List<String> policies, Origin origin) {
        Places places = Places.of(runFolder);
        SortedSet<Integer> years = new TreeSet<>();
        SortedSet<Integer> baselines = new TreeSet<>();
        BalanceRows balance = new BalanceRows(places);
        ShortfallRows shortfall = new ShortfallRows(places);
        TrendRows gaps = TrendRows.ofAreas(places);
        TrendRows leadMember = TrendRows.ofClusters(places);
        ValueAddedRows valueAdded = new ValueAddedRows(places);
        SatisfactionRows satisfaction = new SatisfactionRows(places);
        StockRows stock = new StockRows(places);
        NotAssessedRows notAssessed = new NotAssessedRows();
        ImpactRows impact = new ImpactRows(places);
        Dossiers dossiers = new Dossiers(audience);
        ClusterSchoolRows clusterSchools = ClusterSchoolRows.of(runFolder, places, audience);
        QualityChangeRows qualityChanges = new QualityChangeRows(places, audience);
        TownshipVerdicts townships = new TownshipVerdicts();
        List<SummaryRows> all =
                List.of(balance, shortfall, gaps, leadMember, valueAdded, satisfaction, stock, notAssessed, impact);
        PublishedTable.of(runFolder, "measures").forEach(line -> {
            note(line, "year", years);
            if (line.text("metric_id").startsWith("gap_change.")) {
                note(line, "base_year", baselines);
            }
            all.forEach(rows -> rows.measure(line));
            dossiers.measure(line);
            clusterSchools.measure(line);
            qualityChanges.measure(line);
        });
        PublishedTable.of(runFolder, "judgements").forEach(line -> {
            all.forEach(rows -> rows.judgement(line));
            dossiers.judgement(line);
            townships.judgement(line);
        });
        int baseline = !baselines.isEmpty() ? baselines.first() : years.isEmpty() ? 0 : years.first();
        Table flows = CopiedTable.FLOWS.of(runFolder, places);
        return new SummaryTables(
                origin,
                audience,
                places,
                metrics(runFolder),
                dimensions(runFolder),
                dossiers,
                years,
                baseline,
                balance.table(),
                shortfall.table(),
                gaps.table(),
                valueAdded.table(),
                CopiedTable.FITS.of(runFolder, places),
                leadMember.table(),
                satisfaction.table(),
                stock.table(),
                notAssessed.table(),
                CopiedTable.QUALITY.of(runFolder, places),
                CopiedTable.RULES.of(runFolder, places),
                CopiedTable.IMPACT.of(runFolder, places),
                impact.table(),
                CopiedTable.REVIEW.of(runFolder, places),
                flows,
                FlowTotals.of(flows),
                DefinitionTotals.of(runFolder, years.isEmpty() ? 0 : years.last()),
                clusterSchools,
                qualityChanges,
                townships,
                BrokenRules.of(dossiers, places),
                CountyVerdicts.of(dossiers, places),
                PolicyOrder.of(policies));
    }

    private static void note(Line line, String column, SortedSet<Integer> years) {
        Double year = line.number(column);
        if (year != null) {
            years.add(year.intValue());
        }
    }

    private static SortedMap<String, String> dimensions(Path runFolder) {
        SortedMap<String, String> dimensions = new TreeMap<>();
        PublishedTable.of(runFolder, "metrics")
                .forEach(line -> dimensions.put(line.text("metric_id"), line.text("dimension")));
        return dimensions;
    }

    private static SortedMap<String, Words> metrics(Path runFolder) {
        SortedMap<String, Words> names = new TreeMap<>();
        PublishedTable.of(runFolder, "metrics")
                .forEach(line ->
                        names.put(line.text("metric_id"), new Words(line.text("name_zh"), line.text("name_en"))));
        return names;
    }

    /** Loads the table library, which searches the class path once; worth doing beside other work before a report is written. */
    public static void prepare() {
        Table.create("prepared");
    }

    /** The last year with a number; the baseline of an empty run. */
    int lastYear() {
        return years.isEmpty() ? baseline : years.last();
    }
}
