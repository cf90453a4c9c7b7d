/** What governments owe and how schools do beyond the seven resources (政府保障程度、教育质量): the other 25 indicators of 2017. */
@NullMarked
package org.junheng.assurance;

import org.jspecify.annotations.NullMarked;
