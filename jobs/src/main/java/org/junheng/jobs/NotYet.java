package org.junheng.jobs;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.config.Evaluation;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;
import org.junheng.stock.QualityDefinition;

/** What an evaluation asks for that this version reads but does not compute: said at every run, never passed over. */
final class NotYet {
    private NotYet() {}

    static List<Words> of(Evaluation evaluation) {
        List<Words> sentences = new ArrayList<>();
        for (String policy : evaluation.policies()) {
            if (RuleBook.known().contains(policy) && RuleBook.of(policy).rules().isEmpty()) {
                sentences.add(new Words(
                        "policies: " + policy + " 的规则尚未纳入本版本,不据此判定",
                        "policies: the rules of " + policy + " are not in this version; nothing is judged by it"));
            }
        }
        if (evaluation.scoring() != null && evaluation.scoring().qualitySchool() == QualityDefinition.DERIVED) {
            sentences.add(new Words(
                    "protocol: quality_school: derived 只用于 stock_flows,其余指标仍用官方优质学校标记",
                    "protocol: quality_school: derived serves stock_flows; the other metrics take the official flag"));
        }
        return sentences;
    }
}
