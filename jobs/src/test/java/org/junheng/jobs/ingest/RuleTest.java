package org.junheng.jobs.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleTest {
    @Test
    void everyCodeIsOneRuleWithTextsInBothLanguages() {
        assertEquals(
                Rule.values().length,
                Arrays.stream(Rule.values())
                        .map(Rule::code)
                        .collect(Collectors.toSet())
                        .size());
        for (Rule rule : Rule.values()) {
            for (String chinese : new String[] {rule.what("x").zh(), rule.fix().zh()}) {
                assertTrue(chinese.codePoints().anyMatch(Character::isIdeographic), rule.code() + " " + chinese);
            }
            for (String english : new String[] {rule.what("x").en(), rule.fix().en()}) {
                assertFalse(english.isBlank(), rule.code());
                assertTrue(english.chars().anyMatch(c -> c >= 'a' && c <= 'z'), rule.code() + " " + english);
            }
            assertTrue(Codes.markdown().contains("| " + rule.code() + " | " + rule.severity()), rule.code());
        }
    }
}
