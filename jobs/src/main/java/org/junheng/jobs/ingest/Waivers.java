package org.junheng.jobs.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Mistake;
import org.junheng.jobs.config.Waiver;

/** Which faults pass because somebody has signed for them. Only judgements can be waived; what cannot be read stays unread. */
final class Waivers {
    private final List<Waiver> waivers;

    /** @throws Refusal with exit status 2 when a code cannot be waived */
    Waivers(List<Waiver> waivers) {
        this.waivers = waivers;
        for (Waiver waiver : waivers) {
            if (Rule.of(waiver.rule()).filter(Rule::isWaivable).isEmpty()) {
                List<String> codes = Arrays.stream(Rule.values())
                        .filter(Rule::isWaivable)
                        .map(Rule::code)
                        .sorted()
                        .toList();
                throw new Refusal(
                        ExitStatus.WRONG_USAGE,
                        Mistake.BAD_WAIVER.code() + " " + waiver.rule() + " 不能豁免；可以豁免的是 " + codes,
                        Mistake.BAD_WAIVER.code() + " " + waiver.rule() + " cannot be waived; these can: " + codes);
            }
        }
    }

    Optional<Waiver> of(String table, Rule rule) {
        return waivers.stream()
                .filter(w -> w.table().equals(table) && w.rule().equals(rule.code()))
                .findFirst();
    }

    /** The faults that nobody signed for; the others are told. */
    List<LateCheck.LateFault> withoutWaived(String table, List<LateCheck.LateFault> faults, Findings findings) {
        List<LateCheck.LateFault> kept = new ArrayList<>();
        for (LateCheck.LateFault f : faults) {
            Optional<Waiver> waiver = of(table, f.rule());
            if (waiver.isEmpty()) {
                kept.add(f);
            } else {
                Place at = f.place();
                findings.tell(
                        new Fault(Rule.WAIVED, at.file(), at.row(), f.column(), null, shown(waiver.orElseThrow())));
            }
        }
        return kept;
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
