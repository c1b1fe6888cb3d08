package io.wenda.knowledge.answering;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The current company's synonyms and sensitive words. */
@Component
public class AnsweringWords {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnsweringWords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those that hold now. */
    @Transactional(readOnly = true)
    public WordLists current() {
        return jdbc.sql("select version, synonyms, sensitive from answering_words")
                .query((row, _) ->
                        new WordLists(
                                row.getInt(1),
                                json.readValue(
                                        row.getString(2),
                                        new TypeReference<List<WordLists.Synonym>>() {}),
                                List.of((String[]) row.getArray(3).getArray())))
                .optional()
                .orElse(WordLists.NONE);
    }

    /** Puts others in their place, from the next question on and on every node. */
    @Transactional
    public WordLists choose(List<WordLists.Synonym> synonyms, List<String> sensitive) {
        var lists = WordLists.checked(synonyms, sensitive);
        jdbc.sql(
                        """
                        insert into answering_words as w (tenant_id, version, synonyms, sensitive)
                        values (current_setting('wenda.tenant_id')::uuid, 1, ?::jsonb, ?)
                        on conflict (tenant_id) do update set version = w.version + 1,
                          synonyms = excluded.synonyms, sensitive = excluded.sensitive
                        """)
                .param(json.writeValueAsString(lists.synonyms()))
                .param(lists.sensitive().toArray(String[]::new))
                .update();
        return current();
    }
}
