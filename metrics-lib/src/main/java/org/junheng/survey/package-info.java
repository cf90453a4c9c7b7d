/** Design-based estimation: what a sample says of its population, with the standard error that its design gives. */
@NullMarked
package org.junheng.survey;

import org.jspecify.annotations.NullMarked;
