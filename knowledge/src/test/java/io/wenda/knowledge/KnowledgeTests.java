package io.wenda.knowledge;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The rooms that knowledge stands on, and knowledge. */
@SpringBootApplication(scanBasePackages = {"io.wenda.tenant", "io.wenda.knowledge"})
class KnowledgeTests {}
