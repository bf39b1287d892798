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
}
