package org.junheng.jobs;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.config.Evaluation;
import org.junheng.metric.Words;
import org.junheng.stock.QualityDefinition;

/** What an evaluation asks for that this version reads but does not compute: said at every run, never passed over. */
final class NotYet {
    private NotYet() {}

    static List<Words> of(Evaluation evaluation) {
        List<Words> sentences = new ArrayList<>();
        if (evaluation.scoring() != null && evaluation.qualityDefinition().kind() == QualityDefinition.Kind.DERIVED) {
            sentences.add(
                    new Words(
                            "protocol: quality_school: derived 只用于 stock_flows 和 stock_sensitivity,其余指标仍用官方优质学校标记",
                            "protocol: quality_school: derived serves stock_flows and stock_sensitivity; the other metrics take the official flag"));
        }
        return sentences;
    }
}
