namespace LegalService.Knowledge.Tests.Samples;

/// <summary>A small made-up corpus about wells, in the formats of the shipped one.</summary>
internal static class SampleTexts
{
    public const string WellNotes = """
        ---
        law: 水井法
        title: 中华人民共和国水井法
        issuer: 县水井委员会
        passed: 2020-05-01
        inForceFrom: 2020-07-01
        articles: 60
        aliases: [井规]
        ---

        ## 第三条 谁可以打水

        村里每个人都可以到公用的井打水，每天最多打二十桶。

        问：
        - 外村人能不能来我们这里打水
        - 一天到晚打水有没有个限度

        标签：打水、公用水井

        ## 第四条 弄脏井水要赔多少

        把脏东西倒进井里的，赔五百元，还要在三十日内把井淘干净。

        问：
        - 邻居往井里倒泔水我能要多少钱
        - 井被弄脏了谁来淘

        标签：污染、赔偿

        ## 第四条之一 小孩掉井里怎么办

        井主没有盖井盖，小孩掉进去的，井主要赔医药费。

        问：
        - 娃娃掉进没盖子的井里该谁赔
        - 井口没盖子出了事找谁

        标签：井盖、人身损害
        """;

    public const string WellFaq = """
        ---
        topic: 水井
        ---

        ## 邻居把井填了我没水吃怎么办 {#well-filled}

        别的问法：
        - 隔壁把公家的井给堵死了
        - 井让人家填平了咋整
        - 村里的老井被人用土埋了

        回答：
        公用的井谁都不能填。先拍照，再找村委会让他挖开。

        怎么做：
        1. 拍照片留证据。
        2. 找村委会调解。

        带什么：
        - 照片

        期限：
        - 三十日内说。

        去哪里：
        - 村委会

        费用：
        - 不收费

        依据：
        - 水井法 第三条
        - 水井法 第四条

        服务：
        - legal-aid
        - 12345
        """;

    public const string Lexicon = """
        ---
        topic: 水井
        ---

        | 口语 | 法律用语 | 方向 | 权重 |
        |---|---|---|---|
        | 泔水 | 污染 | → | 0.8 |
        | 娃娃 | 未成年人 | ↔ | 0.6 |
        """;

    public const string Outcomes = """
        disclaimer: 这是法律信息。
        maxCharacters: 300
        maxCitations: 2
        answerFrom: 0.4
        clarifyFrom: 0.2
        faqFrom: 0.5
        texts:
          noAnswer: 没找到，不敢乱说。
          maybe: 也许有关：
          clarify: 您问的是哪一件？
          clarifyStep: "是问：{question}"
          clarifyLaw: 哪部法律的{article}？
          noSuchArticle: 《{law}》没有{article}，一共{count}条。
          noSuchArticleUncounted: 《{law}》没有{article}。
          noSuchLaw: 没有《{law}》。
          articleNotLoaded: 《{law}》的{article}没有装入。
          unreadable: 没看懂。
          repealed: "{article}到{to}为止，被{by}代替。"
          notYetInForce: "{article}从{from}起才施行。"
          stale: 法律改过，说明没有核对。
          past: 按{day}的法律来说。
        services:
          legal-aid: 申请法律援助
          legal-consultation: 预约咨询
        suggestions: [井被填了怎么办, 谁可以打水, 井水脏了怎么办, 井盖没盖怎么办]
        """;

    public const string Danger = """
        rules:
          - id: fallen
            phrases: ["掉.{0,4}井里了"]
            unless: [怎么赔, 该谁赔]
            text: 马上打 119，喊人放绳子。
            phones: ["119", "120"]
            citations: [水井法 第四条之一, 水井法 第五十九条, 水井法 第四条, 水井法 第三条]
          - id: beaten
            phrases: [(打|揍)我]
            text: 先打 110。
            phones: ["110"]
        """;

    public const string SmallTalk = """
        rules:
          - id: greeting
            phrases: [你好, Hello]
            maxLength: 6
            text: 您好。
          - id: sum
            notLegal: true
            phrases: [1+1等于几]
            maxLength: 10
            text: 我不算数。
          - id: weather
            notLegal: true
            phrases: [下雨吗]
            maxLength: 8
            text: 天气不归我管。
        """;

    public const string Hotlines = """
        hotlines:
          - { number: "12348", name: 法律热线, when: 想问法律时打。 }
          - { number: "110", name: 报警, when: 危险时打。 }
          - { number: "119", name: 火警, when: 被困时打。 }
          - { number: "120", name: 急救, when: 受伤时打。 }
          - { number: "12345", name: 便民热线, when: 办事时打。 }
        """;

    public const string Weights = """
        features:
          search: 0.5
          text: 1.0
          coverage: 0.6
          note: 0.6
          noteVote: 1.2
          faqVote: 1.0
          articleNamed: 5

        """;

    public static string Confidence(string value) => $$"""
        confidence:
          - { score: 0, confidence: {{value}} }
        """;
}
