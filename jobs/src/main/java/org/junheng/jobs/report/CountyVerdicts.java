package org.junheng.jobs.report;

import java.util.List;
import org.junheng.jobs.report.Dossier.Verdict;
import tech.tablesaw.api.Table;

/** The verdicts on counties in their last year, policy by policy. */
final class CountyVerdicts {
    private CountyVerdicts() {}

    static Table of(Dossiers dossiers, Places places) {
        Pivot rows = new Pivot(
                "county_verdicts",
                List.of("subject_id", "policy", "rule_id", "stage", "facet", "year"),
                List.of(
                        "name",
                        "operator",
                        "standard",
                        "verdict",
                        "binding",
                        "shortfall_unit",
                        "document",
                        "clause",
                        "reason"),
                List.of("figure", "shortfall"));
        dossiers.all().stream()
                .filter(dossier -> dossier.subject().type().equals("county"))
                .forEach(dossier -> dossier.verdicts()
                        .forEach(verdict -> put(
                                rows,
                                dossier.subject().id(),
                                places.name("county", dossier.subject().id()),
                                verdict)));
        return rows.table();
    }

    private static void put(Pivot rows, String county, String name, Verdict v) {
        rows.row(List.of(county, v.policy(), v.rule(), v.stage(), v.facet(), Integer.toString(v.year())))
                .put("name", name)
                .put("operator", v.operator())
                .put("standard", v.standard())
                .put("verdict", v.verdict())
                .put("binding", v.severity())
                .put("shortfall_unit", v.shortfallUnit())
                .put("document", v.document())
                .put("clause", v.clause())
                .put("reason", v.reason())
                .put("figure", v.value())
                .put("shortfall", v.shortfall());
    }
}
