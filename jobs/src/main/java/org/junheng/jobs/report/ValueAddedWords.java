package org.junheng.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.jobs.report.Sentence.Part;

/** What the summary says of value-added: how many schools can be told from average, model by model. */
record ValueAddedWords(SummaryTables tables, Wording wording) {
    /** More than these are left to their own section. */
    private static final int MOST = 6;

    List<Sentence> sentences() {
        List<Fit> fits = Fit.of(tables.valueAdded());
        List<Sentence> said = new ArrayList<>();
        fits.stream().filter(fit -> fit.known() > 0).limit(MOST).forEach(fit -> said.add(sentence(fit)));
        long more = fits.stream().filter(fit -> fit.known() > 0).count() - said.size();
        if (more > 0) {
            said.add(Sentence.of(
                    wording, "va.more", "va", new TreeMap<>(Map.of("more", Part.words(Long.toString(more))))));
        }
        return said;
    }

    private Sentence sentence(Fit fit) {
        return Sentence.of(
                wording,
                "va",
                "va",
                new TreeMap<>(Map.of(
                        "fit", Part.words(fit.name(wording)),
                        "n", Part.figure(fit.known(), fit.source("ci_low!=")),
                        "average", Part.figure(fit.count("AVERAGE"), fit.source("ci_low!=", "ci_low<=0", "ci_high>=0")),
                        "above", Part.figure(fit.count("ABOVE"), fit.source("ci_low>0")),
                        "below", Part.figure(fit.count("BELOW"), fit.source("ci_high<0")))));
    }
}
