package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.report.svg.Chart;

/** The pictures of one area, cluster or school, from the same published rows as its tables; made ready once for all pages. */
record SubjectCharts(FigureCharts figures, ValueAddedCharts valueAdded, LeadCharts leads, AccountCharts accounts) {
    static SubjectCharts of(SummaryTables tables, Display display) {
        return new SubjectCharts(
                new FigureCharts(display, List.copyOf(tables.years())),
                ValueAddedCharts.of(tables, display),
                LeadCharts.of(tables, display),
                AccountCharts.of(tables, display));
    }

    List<Chart> of(Dossier dossier) {
        List<Chart> charts = new ArrayList<>(figures.resources(dossier));
        charts.addAll(figures.scores(dossier));
        charts.addAll(valueAdded.of(dossier.subject()));
        charts.addAll(leads.of(dossier.subject()));
        figures.satisfaction(dossier).ifPresent(charts::add);
        charts.addAll(accounts.of(dossier.subject()));
        return charts;
    }
}
