/** Owns MOSIP's Secure Biometric Interface 0.9.5: its verbs, its messages, its signatures and its encryption. */
@NullMarked
package id.sidik.bridge.facade.sbi;

import org.jspecify.annotations.NullMarked;
