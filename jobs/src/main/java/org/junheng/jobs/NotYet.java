package org.junheng.jobs;

import java.util.ArrayList;
import java.util.List;
import org.junheng.jobs.config.Evaluation;
import org.junheng.metric.Words;
import org.junheng.rules.RuleBook;

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
        if (evaluation.protocol() != null) {
            sentences.add(new Words(
                    "protocol: 本版本不计算综合评分,权重未使用",
                    "protocol: this version computes no composite score; the weights are not used"));
        }
        return sentences;
    }
}
