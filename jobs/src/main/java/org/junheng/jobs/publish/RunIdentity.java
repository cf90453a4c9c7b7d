package org.junheng.jobs.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.Catalogue;
import org.junheng.jobs.Evaluate;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.config.Input;
import org.junheng.jobs.ingest.InputFiles;
import org.junheng.rules.RuleBook;

/**
 * What a run depends on, and the id that follows from it: the same code, configuration and files give the same id.
 *
 * @param files SHA-256 of every delivered file, by its path relative to the evaluation file
 */
public record RunIdentity(String id, String code, String configuration, SortedMap<String, String> files) {
    private static final int DIGITS = 12;

    /** @param rules what the evaluation judges by, its own books included */
    public static RunIdentity of(Evaluation evaluation, RuleBook rules, String language) {
        String code = Fingerprint.ofCode(List.of(Catalogue.class, Evaluate.class));
        SortedMap<String, String> files = new TreeMap<>();
        for (Input input : evaluation.inputs().values()) {
            for (Path file : InputFiles.paths(evaluation.folder(), input)) {
                files.put(evaluation.folder().relativize(file.toAbsolutePath()).toString(), Fingerprint.of(file));
            }
        }
        String configuration = Fingerprint.of(evaluation.file());
        String protocol = evaluation.protocol() == null
                ? ""
                : Fingerprint.of(evaluation.folder().resolve(evaluation.protocol()));
        String all = Fingerprint.of(String.join(
                "\n",
                code,
                configuration,
                protocol,
                evaluation.waivers().toString(),
                String.valueOf(evaluation.rosterDays().asOf()),
                String.valueOf(evaluation.asKnownOn()),
                rules.rules().toString(),
                language,
                files.toString()));
        return new RunIdentity(evaluation.id() + "-" + all.substring(0, DIGITS), code, configuration, files);
    }
}
