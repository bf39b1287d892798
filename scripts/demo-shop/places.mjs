// Hand-written names and places the generator draws from. People, streets and numbers are invented; cities and hubs are real names.

/** [region zh, city zh, city en, hub zh, hub en, [branch zh, branch en] ...] */
export const CITIES = [
  ['浙江省 杭州市', '杭州', 'Hangzhou', '杭州萧山转运中心', 'Hangzhou Xiaoshan hub', ['西湖翠苑', 'Xihu Cuiyuan', '西湖区'], ['滨江长河', 'Binjiang Changhe', '滨江区']],
  ['上海市', '上海', 'Shanghai', '上海青浦转运中心', 'Shanghai Qingpu hub', ['徐汇漕河泾', 'Xuhui Caohejing', '徐汇区'], ['浦东张江', 'Pudong Zhangjiang', '浦东新区']],
  ['江苏省 南京市', '南京', 'Nanjing', '南京江宁转运中心', 'Nanjing Jiangning hub', ['鼓楼湖南路', 'Gulou Hunanlu', '鼓楼区'], ['江宁东山', 'Jiangning Dongshan', '江宁区']],
  ['江苏省 苏州市', '苏州', 'Suzhou', '苏州相城转运中心', 'Suzhou Xiangcheng hub', ['工业园区湖东', 'SIP Hudong', '工业园区'], ['吴中木渎', 'Wuzhong Mudu', '吴中区']],
  ['安徽省 合肥市', '合肥', 'Hefei', '合肥肥东转运中心', 'Hefei Feidong hub', ['蜀山三里庵', 'Shushan Sanlian', '蜀山区'], ['包河滨湖', 'Baohe Binhu', '包河区']],
  ['湖北省 武汉市', '武汉', 'Wuhan', '武汉东西湖转运中心', 'Wuhan Dongxihu hub', ['洪山光谷', 'Hongshan Guanggu', '洪山区'], ['江汉常青', 'Jianghan Changqing', '江汉区']],
  ['湖南省 长沙市', '长沙', 'Changsha', '长沙雨花转运中心', 'Changsha Yuhua hub', ['岳麓麓谷', 'Yuelu Lugu', '岳麓区'], ['天心书院', 'Tianxin Shuyuan', '天心区']],
  ['四川省 成都市', '成都', 'Chengdu', '成都双流转运中心', 'Chengdu Shuangliu hub', ['武侯簇桥', 'Wuhou Cuqiao', '武侯区'], ['成华建设路', 'Chenghua Jianshelu', '成华区']],
  ['重庆市', '重庆', 'Chongqing', '重庆渝北转运中心', 'Chongqing Yubei hub', ['沙坪坝大学城', 'Shapingba Daxuecheng', '沙坪坝区'], ['江北观音桥', 'Jiangbei Guanyinqiao', '江北区']],
  ['陕西省 西安市', '西安', "Xi'an", '西安灞桥转运中心', "Xi'an Baqiao hub", ['雁塔小寨', 'Yanta Xiaozhai', '雁塔区'], ['未央凤城', 'Weiyang Fengcheng', '未央区']],
  ['河南省 郑州市', '郑州', 'Zhengzhou', '郑州圃田转运中心', 'Zhengzhou Putian hub', ['金水文化路', 'Jinshui Wenhualu', '金水区'], ['二七大学路', 'Erqi Daxuelu', '二七区']],
  ['山东省 济南市', '济南', 'Jinan', '济南历城转运中心', 'Jinan Licheng hub', ['历下泉城路', 'Lixia Quanchenglu', '历下区'], ['市中舜玉', 'Shizhong Shunyu', '市中区']],
  ['山东省 青岛市', '青岛', 'Qingdao', '青岛胶州转运中心', 'Qingdao Jiaozhou hub', ['市南香港路', 'Shinan Xianggonglu', '市南区'], ['崂山金家岭', 'Laoshan Jinjialing', '崂山区']],
  ['北京市', '北京', 'Beijing', '北京顺义转运中心', 'Beijing Shunyi hub', ['朝阳望京', 'Chaoyang Wangjing', '朝阳区'], ['海淀上地', 'Haidian Shangdi', '海淀区']],
  ['天津市', '天津', 'Tianjin', '天津武清转运中心', 'Tianjin Wuqing hub', ['南开水上', 'Nankai Shuishang', '南开区'], ['河西友谊路', 'Hexi Youyilu', '河西区']],
  ['河北省 石家庄市', '石家庄', 'Shijiazhuang', '石家庄正定转运中心', 'Shijiazhuang Zhengding hub', ['裕华建华', 'Yuhua Jianhua', '裕华区'], ['长安和平路', "Chang'an Hepinglu", '长安区']],
  ['山西省 太原市', '太原', 'Taiyuan', '太原小店转运中心', 'Taiyuan Xiaodian hub', ['迎泽柳巷', 'Yingze Liuxiang', '迎泽区'], ['小店亲贤', 'Xiaodian Qinxian', '小店区']],
  ['辽宁省 沈阳市', '沈阳', 'Shenyang', '沈阳于洪转运中心', 'Shenyang Yuhong hub', ['和平三好街', 'Heping Sanhaojie', '和平区'], ['铁西兴华', 'Tiexi Xinghua', '铁西区']],
  ['黑龙江省 哈尔滨市', '哈尔滨', 'Harbin', '哈尔滨香坊转运中心', 'Harbin Xiangfang hub', ['南岗学府路', 'Nangang Xuefulu', '南岗区'], ['道里群力', 'Daoli Qunli', '道里区']],
  ['福建省 厦门市', '厦门', 'Xiamen', '厦门同安转运中心', "Xiamen Tong'an hub", ['思明莲前', 'Siming Lianqian', '思明区'], ['集美杏林', 'Jimei Xinglin', '集美区']],
  ['福建省 福州市', '福州', 'Fuzhou', '福州闽侯转运中心', 'Fuzhou Minhou hub', ['鼓楼五四', 'Gulou Wusi', '鼓楼区'], ['仓山金山', 'Cangshan Jinshan', '仓山区']],
  ['广东省 广州市', '广州', 'Guangzhou', '广州白云转运中心', 'Guangzhou Baiyun hub', ['天河员村', 'Tianhe Yuancun', '天河区'], ['海珠客村', 'Haizhu Kecun', '海珠区']],
  ['广东省 深圳市', '深圳', 'Shenzhen', '深圳宝安转运中心', "Shenzhen Bao'an hub", ['南山科技园', 'Nanshan Kejiyuan', '南山区'], ['龙华民治', 'Longhua Minzhi', '龙华区']],
  ['广西壮族自治区 南宁市', '南宁', 'Nanning', '南宁江南转运中心', 'Nanning Jiangnan hub', ['青秀东葛', 'Qingxiu Dongge', '青秀区'], ['西乡塘大学', 'Xixiangtang Daxue', '西乡塘区']],
  ['云南省 昆明市', '昆明', 'Kunming', '昆明官渡转运中心', 'Kunming Guandu hub', ['五华翠湖', 'Wuhua Cuihu', '五华区'], ['盘龙北市区', 'Panlong Beishi', '盘龙区']],
  ['贵州省 贵阳市', '贵阳', 'Guiyang', '贵阳龙洞堡转运中心', 'Guiyang Longdongbao hub', ['云岩大营', 'Yunyan Daying', '云岩区'], ['观山湖金阳', 'Guanshanhu Jinyang', '观山湖区']],
  ['江西省 南昌市', '南昌', 'Nanchang', '南昌向塘转运中心', 'Nanchang Xiangtang hub', ['红谷滩沙井', 'Honggutan Shajing', '红谷滩区'], ['青山湖塘山', 'Qingshanhu Tangshan', '青山湖区']],
  ['新疆维吾尔自治区 乌鲁木齐市', '乌鲁木齐', 'Urumqi', '乌鲁木齐处理中心', 'Urumqi processing centre', ['天山幸福路', 'Tianshan Xingfulu', '天山区'], ['新市北京路', 'Xinshi Beijinglu', '新市区']],
]
/** Cities that only the day's wave draws from: to add one to CITIES would move every draw of the peak's. */
export const MORE_CITIES = [
  ['浙江省 宁波市', '宁波', 'Ningbo', '宁波慈溪转运中心', 'Ningbo Cixi hub', ['鄞州下应', 'Yinzhou Xiaying', '鄞州区'], ['江北庄桥', 'Jiangbei Zhuangqiao', '江北区']],
  ['浙江省 温州市', '温州', 'Wenzhou', '温州瓯海转运中心', 'Wenzhou Ouhai hub', ['鹿城南浦', 'Lucheng Nanpu', '鹿城区'], ['龙湾状元', 'Longwan Zhuangyuan', '龙湾区']],
  ['江苏省 无锡市', '无锡', 'Wuxi', '无锡硕放转运中心', 'Wuxi Shuofang hub', ['梁溪崇安', "Liangxi Chong'an", '梁溪区'], ['滨湖蠡园', 'Binhu Liyuan', '滨湖区']],
  ['广东省 佛山市', '佛山', 'Foshan', '佛山三水转运中心', 'Foshan Sanshui hub', ['禅城祖庙', 'Chancheng Zumiao', '禅城区'], ['南海桂城', 'Nanhai Guicheng', '南海区']],
  ['辽宁省 大连市', '大连', 'Dalian', '大连甘井子转运中心', 'Dalian Ganjingzi hub', ['沙河口星海', 'Shahekou Xinghai', '沙河口区'], ['中山青泥', 'Zhongshan Qingni', '中山区']],
  ['吉林省 长春市', '长春', 'Changchun', '长春绿园转运中心', 'Changchun Lüyuan hub', ['南关自由', 'Nanguan Ziyou', '南关区'], ['朝阳桂林路', 'Chaoyang Guilinlu', '朝阳区']],
  ['海南省 海口市', '海口', 'Haikou', '海口美兰转运中心', 'Haikou Meilan hub', ['龙华金贸', 'Longhua Jinmao', '龙华区'], ['美兰蓝天', 'Meilan Lantian', '美兰区']],
  ['甘肃省 兰州市', '兰州', 'Lanzhou', '兰州处理中心', 'Lanzhou processing centre', ['城关雁滩', 'Chengguan Yantan', '城关区'], ['七里河西站', 'Qilihe Xizhan', '七里河区']],
  ['内蒙古自治区 呼和浩特市', '呼和浩特', 'Hohhot', '呼和浩特处理中心', 'Hohhot processing centre', ['赛罕大学路', 'Saihan Daxuelu', '赛罕区'], ['新城海东路', 'Xincheng Haidonglu', '新城区']],
  ['西藏自治区 拉萨市', '拉萨', 'Lhasa', '拉萨处理中心', 'Lhasa processing centre', ['城关吉崩岗', 'Chengguan Jibenggang', '城关区'], ['柳梧', 'Liuwu', '柳梧新区']],
]
/** Streets and estates: invented. */
export const STREETS = ['槐安路', '望湖街', '清和路', '书香路', '云栖街', '东园路', '梅溪路', '新桥街', '学士路', '桂花巷', '长乐街', '和顺路', '锦绣大道', '春晖路', '河滨路']
export const ESTATES = ['青禾苑', '望江花园', '翠屏里', '和悦府', '春江里', '云上城', '金桂园', '湖畔居', '书香名邸', '东方雅苑', '创新大厦', '科创中心']
export const COURIERS = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']

export const CARRIERS = {
  sf: { zh: '顺丰', en: 'SF Express', no: (d) => `SF${d(13)}` },
  zto: { zh: '中通', en: 'ZTO', no: (d) => `73${d(12)}` },
  yto: { zh: '圆通', en: 'YTO', no: (d) => `YT${d(13)}` },
  yunda: { zh: '韵达', en: 'Yunda', no: (d) => `43${d(13)}` },
  jt: { zh: '极兔', en: 'J&T', no: (d) => `JT${d(13)}` },
  jd: { zh: '京东物流', en: 'JD Logistics', no: (d) => `JDVB${d(11)}` },
  ems: { zh: '邮政EMS', en: 'China Post EMS', no: (d) => `12${d(11)}` },
  yun: { zh: '云途', en: 'YunExpress', no: (d) => `YT${d(16)}` },
}

/** Overseas: airport and last-mile hub as the scans name them, and the carrier on the ground. */
export const ABROAD = {
  Bristol: ['英国 布里斯托', 'London Heathrow', '伦敦希思罗', 'Bristol depot', '布里斯托站点', 'Royal Mail'],
  Leeds: ['英国 利兹', 'East Midlands', '东米德兰兹机场', 'Leeds depot', '利兹站点', 'Evri'],
  Cardiff: ['英国 加的夫', 'London Heathrow', '伦敦希思罗', 'Cardiff depot', '加的夫站点', 'Royal Mail'],
  Portland: ['美国 波特兰', 'Los Angeles', '洛杉矶', 'Portland OR facility', '波特兰处理中心', 'USPS'],
  Austin: ['美国 奥斯汀', 'Los Angeles', '洛杉矶', 'Austin TX facility', '奥斯汀处理中心', 'USPS'],
  Melbourne: ['澳大利亚 墨尔本', 'Melbourne', '墨尔本', 'Melbourne parcel facility', '墨尔本包裹中心', 'Australia Post'],
  Singapore: ['新加坡', 'Singapore Changi', '新加坡樟宜', 'Singapore Paya Lebar', '新加坡巴耶利峇', 'SingPost'],
  Madrid: ['西班牙 马德里', 'Madrid-Barajas', '马德里巴拉哈斯', 'Madrid Coslada', '马德里科斯拉达', 'Correos'],
  Leipzig: ['德国 莱比锡', 'Leipzig/Halle', '莱比锡', 'Leipzig delivery base', '莱比锡派送站', 'DHL'],
  Nagoya: ['日本 名古屋', 'Osaka Kansai', '大阪关西', 'Nagoya Naka', '名古屋中营业所', 'Sagawa'],
  Dubai: ['阿联酋 迪拜', 'Dubai', '迪拜', 'Dubai Al Quoz', '迪拜阿尔库兹', 'Aramex'],
  Almaty: ['哈萨克斯坦 阿拉木图', 'Almaty', '阿拉木图', 'Almaty sorting centre', '阿拉木图分拣中心', 'Qazpost'],
  'Da Nang': ['越南 岘港', 'Da Nang', '岘港', 'Da Nang Hai Chau', '岘港海洲', 'GHN'],
  Porto: ['葡萄牙 波尔图', 'Lisbon', '里斯本', 'Porto Maia', '波尔图马亚', 'CTT'],
  Lyon: ['法国 里昂', 'Paris CDG', '巴黎戴高乐', 'Lyon Corbas', '里昂科尔巴', 'Colissimo'],
  Dublin: ['爱尔兰 都柏林', 'Dublin', '都柏林', 'Dublin parcel hub', '都柏林包裹中心', 'An Post'],
  Vancouver: ['加拿大 温哥华', 'Vancouver', '温哥华', 'Vancouver Richmond facility', '温哥华列治文处理中心', 'Canada Post'],
  Auckland: ['新西兰 奥克兰', 'Auckland', '奥克兰', 'Auckland depot', '奥克兰站点', 'NZ Post'],
  Busan: ['韩国 釜山', 'Seoul Incheon', '首尔仁川', 'Busan terminal', '釜山集散站', 'CJ Logistics'],
  Krakow: ['波兰 克拉科夫', 'Warsaw Chopin', '华沙肖邦', 'Krakow sorting centre', '克拉科夫分拣中心', 'InPost'],
  Turin: ['意大利 都灵', 'Milan Malpensa', '米兰马尔彭萨', 'Turin depot', '都灵站点', 'Poste Italiane'],
  Izmir: ['土耳其 伊兹密尔', 'Istanbul', '伊斯坦布尔', 'Izmir sorting centre', '伊兹密尔分拣中心', 'PTT'],
  Utrecht: ['荷兰 乌得勒支', 'Amsterdam Schiphol', '阿姆斯特丹史基浦', 'Utrecht depot', '乌得勒支站点', 'PostNL'],
  'Chiang Mai': ['泰国 清迈', 'Bangkok Suvarnabhumi', '曼谷素万那普', 'Chiang Mai hub', '清迈站点', 'Thailand Post'],
  Surabaya: ['印度尼西亚 泗水', 'Jakarta Soekarno-Hatta', '雅加达苏加诺-哈达', 'Surabaya hub', '泗水站点', 'JNE'],
}
/** One invented street a city abroad. */
export const ABROAD_STREETS = {
  Bristol: '14 Larkspur Terrace, BS6 0ZZ', Leeds: '7 Millrace Court, LS4 0ZZ', Cardiff: '52 Pear Tree Close, CF5 0ZZ', Portland: '1180 Alder Hollow Dr, OR 97200',
  Austin: '305 Windmill Bend, Apt 4B, TX 78700', Melbourne: '9 Wattlebird Lane, VIC 3000', Singapore: 'Blk 118 Jalan Merbok #07-21, 650000', Madrid: 'Calle del Olivar Viejo 22, 3.º B, 28000',
  Leipzig: 'Lindenhofweg 31, 04000', Nagoya: '中区若葉町 3-8 コーポ若葉 205', Dubai: 'Villa 12, Al Sidr Street, Al Quoz', Almaty: 'ул. Яблоневая, 48, кв. 15', 'Da Nang': '27 Lê Hoa Mai, Hải Châu',
  Porto: 'Rua das Camélias 90, 2.º Dto, 4000', Lyon: '16 rue des Mésanges, 69000', Dublin: '21 Hawthorn Mews, D06 0Z00', Vancouver: '4410 Cedar Wren St, BC V5K 0A0',
  Auckland: '18 Fantail Rise, 1010', Busan: '해운대구 달빛로 17, 302호', Krakow: 'ul. Lipowa Aleja 12/4, 30-000', Turin: 'Via dei Glicini 27, 10100', Izmir: 'Zeytin Sokak No 9 D:3, Konak',
  Utrecht: 'Merelhof 33, 3500 ZZ', 'Chiang Mai': '88/4 ซอยดอกแก้ว, 50000', Surabaya: 'Jl. Kenanga Indah No. 26, 60200',
}
