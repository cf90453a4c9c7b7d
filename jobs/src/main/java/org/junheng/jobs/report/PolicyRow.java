package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.jobs.report.Dossier.Verdict;
import org.junheng.jobs.report.DossierPage.Link;

/**
 * The verdicts on a county policy by policy, each leading to its part of the county's page.
 *
 * @param verdicts by policy; none where the policy says nothing of the county
 */
public record PolicyRow(Link county, Map<String, Link> verdicts) {
    /** Above so many counties the page lists them without their verdicts. */
    private static final int MOST = 500;

    static List<PolicyRow> of(SummaryTables tables, Display display) {
        List<PolicyRow> rows = new ArrayList<>();
        tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().type().equals("county"))
                .filter(dossier -> !dossier.verdicts().isEmpty())
                .forEach(dossier -> rows.add(row(dossier, tables, display)));
        return rows.size() > MOST ? List.of() : rows;
    }

    /** The policies that judge counties, in their order. */
    static List<String> names(SummaryTables tables, Display display) {
        return tables.dossiers().all().stream()
                .filter(dossier -> dossier.subject().type().equals("county"))
                .flatMap(dossier -> dossier.verdicts().stream())
                .map(Verdict::policy)
                .distinct()
                .sorted(tables.policies())
                .map(policy -> display.words("policy", policy))
                .toList();
    }

    private static PolicyRow row(Dossier dossier, SummaryTables tables, Display display) {
        String file = dossier.subject().file();
        VerdictParts parts = new VerdictParts(display, tables.policies());
        Map<String, Link> links = new LinkedHashMap<>();
        for (Map.Entry<String, List<Verdict>> policy : parts.byPolicy(dossier).entrySet()) {
            String words = VerdictParts.counted(policy.getValue(), display);
            links.put(
                    display.words("policy", policy.getKey()),
                    new Link(words, file + "#" + VerdictParts.anchor(links.size())));
        }
        return new PolicyRow(
                new Link(tables.places().name("county", dossier.subject().id()), file), links);
    }
}
