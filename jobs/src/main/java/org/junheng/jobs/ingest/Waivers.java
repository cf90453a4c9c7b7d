package org.junheng.jobs.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Waiver;

/** Which faults pass because somebody has signed for them. Only judgements can be waived; what cannot be read stays unread. */
final class Waivers {
    private static final Set<Rule> WAIVABLE = Set.of(
            Rule.UNIT_JUMP,
            Rule.JOINED_BEFORE_OPENING,
            Rule.ABOVE_FULL_MARK,
            Rule.COUNTS_CONTRADICT,
            Rule.STAGE_AGAINST_TYPE,
            Rule.TABLE_HALVED,
            Rule.GATE);

    private final List<Waiver> waivers;

    /** @throws Refusal with exit status 2 when a code cannot be waived */
    Waivers(List<Waiver> waivers) {
        this.waivers = waivers;
        for (Waiver waiver : waivers) {
            if (WAIVABLE.stream().noneMatch(r -> r.code().equals(waiver.rule()))) {
                List<String> codes = WAIVABLE.stream().map(Rule::code).sorted().toList();
                throw new Refusal(
                        ExitStatus.WRONG_USAGE,
                        "C10 " + waiver.rule() + " 不能豁免；可以豁免的是 " + codes,
                        "C10 " + waiver.rule() + " cannot be waived; these can: " + codes);
            }
        }
    }

    Optional<Waiver> of(String table, Rule rule) {
        return waivers.stream()
                .filter(w -> w.table().equals(table) && w.rule().equals(rule.code()))
                .findFirst();
    }

    boolean pass(String table, Rule rule) {
        return !waivers.isEmpty() && of(table, rule).isPresent();
    }

    /** What a message says of a waiver: the code, the reason, who signed when. */
    static String shown(Waiver waiver) {
        return String.join(
                ", ",
                Arrays.asList(
                        waiver.rule(),
                        waiver.reason(),
                        waiver.signedBy(),
                        waiver.signedOn().toString()));
    }
}
